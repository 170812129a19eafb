"""From a line to its reading: a pure function of the line and its context, which never raises (rule 13)."""

from __future__ import annotations

from dataclasses import replace

from tui_minutes.domain.capture.body import Taken, read_body
from tui_minutes.domain.capture.cautions import ambiguous
from tui_minutes.domain.capture.commands import command_in
from tui_minutes.domain.capture.context import Context
from tui_minutes.domain.capture.kinds import Opening, opening
from tui_minutes.domain.capture.line import Line, Span
from tui_minutes.domain.capture.speakers import Speaker, speaker_of
from tui_minutes.domain.capture.templates import has_fields_in_brackets
from tui_minutes.domain.reading import Caution, Kind, Reading
from tui_minutes.domain.text import clean

LONGEST = 4000
"""Characters; a line beyond is a note, unread (rule 12)."""
_SURE_DIGITS = 3  # A-058 is a number of ours; in "A-4 paper" only a field makes it one


def parse(line: str, context: Context) -> Reading:
    """What `line` is taken for. Never raises, touches nothing; `raw` is the line as typed."""
    return replace(_take_apart(_stripped(line, context)).reading, raw=line)


def parse_as(text: str, kind: Kind, context: Context) -> Reading:
    """`text` read as a line of that kind, whatever it begins with (rule 11); its mark, if any, is dropped.

    An update has the fields of the outcome `context.last_number`; a point may begin with any name.
    """
    if kind is Kind.COMMAND:
        return parse(text, context)
    line = _stripped(text, context)
    if kind in (Kind.POINT, Kind.DISAGREEMENT) and (speaker := speaker_of(line)):
        return replace(_spoken(line, speaker, kind).reading, raw=text)
    begun = opening(line)
    start = begun if begun and begun.kind is kind else Opening(kind, 0)
    return replace(read_body(line, start).reading, raw=text)


def field_spans(line: str, context: Context) -> list[tuple[int, int, str]]:
    """Where mark, speaker and fields of `line` stand: (start, end, role), for colouring what is typed."""
    lead = len(line) - len(line.lstrip())
    if clean(line) != line or len(line) > LONGEST:
        return []
    spans = _take_apart(_stripped(line, context)).spans
    return [(lead + span.start, lead + span.end, span.role) for span in spans]


def _stripped(text: str, context: Context) -> Line:
    return Line.of(clean(text).strip(), context)


def _take_apart(line: Line) -> Taken:
    if len(line.text) > LONGEST:
        return Taken(Reading(line.text, Kind.NOTE, line.text))
    if line.plain[:1] in ("\\", "、") and (literal := _literal(line)):
        return literal
    if command := command_in(line):
        name, args, start = command
        reading = Reading(line.text, Kind.COMMAND, command=name, args=args)
        return Taken(reading, (Span("mark", 0, start),))
    if (begun := opening(line)) and (opened := _opened(line, begun)):
        return opened
    return _unmarked(line)


def _literal(line: Line) -> Taken | None:
    """The line after a backslash as it stands; after 、 only if it would be more than a note (rule 2)."""
    text = line.text[1:].strip()
    if text.startswith("\\"):  # \\server\share is no literal
        return None
    if line.plain[0] == "、":
        meant = _take_apart(Line.of(text, line.context)).reading.kind
        if meant is Kind.NOTE and not opening(Line.of(text, line.context)):
            return None
    return Taken(Reading(line.text, Kind.NOTE, text), (Span("mark", 0, 1),))


def _opened(line: Line, begun: Opening) -> Taken | None:
    said_before = line.context.last_speaker if begun.kind is Kind.CONTINUATION else None
    taken = read_body(line, begun, said_before)
    if begun.number and len(begun.number.rpartition("-")[2]) < _SURE_DIGITS and not taken.spans:
        return None
    mark = (Span("mark", 0, begun.start),) if begun.start else ()
    return Taken(taken.reading, mark + taken.spans)


def _unmarked(line: Line) -> Taken:
    speaker = speaker_of(line)
    if speaker and speaker.people:
        return _spoken(line, speaker, Kind.DISAGREEMENT if speaker.disagrees else Kind.POINT)
    if has_fields_in_brackets(line):
        taken = read_body(line, Opening(Kind.ACTION, 0))
        if taken.reading.owners:
            return taken
    taken = read_body(line, Opening(Kind.NOTE, 0))
    if not speaker:
        return taken
    unknown = Caution("unknown_person", (speaker.typed,))
    return Taken(replace(taken.reading, cautions=(unknown, *taken.reading.cautions)), taken.spans)


def _spoken(line: Line, speaker: Speaker, kind: Kind) -> Taken:
    taken = read_body(line, Opening(kind, speaker.start), speaker.name)
    found = taken.reading.cautions
    if len(speaker.people) > 1:
        found = (ambiguous(speaker.typed, (person.name for person in speaker.people)), *found)
    reading = replace(taken.reading, cautions=found)
    return Taken(reading, (Span("speaker", 0, speaker.start), *taken.spans))
