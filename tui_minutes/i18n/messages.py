"""The words of every refusal, by its code."""

from __future__ import annotations

from enum import StrEnum

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.labels import label
from tui_minutes.i18n.translation import mark, tr_late

REFUSALS: dict[str, str] = {
    "country_unknown": mark("No working days are known for “{country}”; give two letters, for example CN"),
    # the store
    "store_missing": mark("There is no store at {path}"),
    "store_no_folder": mark("There is no folder {path}"),
    "store_foreign": mark("{path} is not a tui-minutes store; it was left as it is"),
    "store_newer": mark("{path} was written by a newer tui-minutes; update the program"),
    "store_damaged": mark(
        "{path} is damaged ({reason}) and was left as it is. tui-minutes restore brings a backup back, "
        "tui-minutes rescue saves what can still be read"
    ),
    "store_lost": mark(
        "{path} is gone or empty, and there are backups of it. tui-minutes restore brings the newest back; "
        "to begin anew, move {folder} away"
    ),
    "record_unreadable": mark(
        "{path} is damaged: {name} holds what nothing can be made of ({reason}). tui-minutes restore brings "
        "a backup back, tui-minutes rescue saves what can still be read"
    ),
    "ledger_differs": mark(
        "The ledger says something else than the record of {numbers}; tui-minutes doctor --rebuild mends it"
    ),
    "tallies_differ": mark("The counts of the ledger are wrong; tui-minutes doctor --rebuild mends them"),
    "store_read_only": mark("{path} cannot be written; it was left as it is"),
    "store_unopened": mark("{path} cannot be opened just now: {reason}. It was left as it is"),
    "store_unreadable": mark("{path}: cannot be read: {reason}"),
    "store_on_network": mark(
        "The store lies on a network drive ({kind}): two programs at once may damage it; move it to a disk"
    ),
    "store_busy": mark("Another program is writing just now; trying again"),
    "store_failed": mark("Not saved: {reason}"),
    "purge_reason": mark("A purge needs a reason: it stays on record"),
    "purge_running": mark("{number} is not over: end it or call it off first"),
    "purge_unfinished": mark(
        "The purge of {number} was cut short; tui-minutes purge {number} takes the rest away"
    ),
    "purged": mark("{number} was purged: only its number is left"),
    "open_to_others": mark("Others can read {paths}; chmod go= takes that from them"),
    "nothing_rescued": mark("Nothing can be read of {path}"),
    "store_in_use": mark("Another program has {path} open; close it first"),
    "file_exists": mark("{path} is there already; nothing was written over it"),
    "backup_not_found": mark(
        "There is no single backup “{name}” in {path}; tui-minutes backup --list names them"
    ),
    "backup_unreadable": mark("{path} cannot be unpacked: {reason}"),
    "upgrade_needs_backup": mark(
        "{path} is of an earlier version; it is upgraded after a backup, and none could be made: {reason}"
    ),
    "backup_failed": mark("No backup was made: {reason}. What you write is saved as always ({path})"),
    "backup_no_room": mark(
        "No backup was made: the disk is nearly full. Meetings are saved as always ({path})"
    ),
    "unwritten_unknown": mark("It was kept by another version of the program, and is not understood"),
    "draft_failed": mark("The half-typed line cannot be kept on disk: {reason}"),
    # preparing a meeting
    "no_title": mark("A title is missing"),
    "no_name": mark("A name is missing"),
    "proposal_taken": mark("This has been decided already, as {number}"),
    "already_there": mark("{name} is on the list already"),
    "person_known": mark("{name} is in the directory already, in that department"),
    "person_in_use": mark("{name} has a part in meetings or outcomes and stays; merge instead"),
    "merge_same": mark("{name} is that person already"),
    "people_no_head": mark("No row names a column of names (such as 姓名, name): {path}"),
    "usage_people": mark(
        "people, people import FILE, people import --from-meetings, people merge A B, people split A"
    ),
    "person_unclear": mark("“{name}” may be several people: {known}"),
    "not_merged": mark("{name} was not merged into anybody"),
    "end_before_start": mark("The end must be after the start"),
    "person_was_there": mark(
        "{name} was there and stays on record; mark the person absent or as having left"
    ),
    "item_was_opened": mark("“{title}” was discussed and stays on record"),
    "settings_mail": mark("In the settings {where} is not as it should be; right would be: {right}"),
    "invitation_needs_time": mark("An invitation needs the start and the end of {number}"),
    "usage_extract": mark("An extract needs --owner: whose it is"),
    "usage_paper_form": mark("“{paper}” is not to be had as {form}, but as: {known}"),
    # from the signature to the readers
    "template_missing": mark("The style template {path} cannot be read"),
    "not_listed": mark("{name} is not on the distribution list of this confidential meeting"),
    "not_cleared": mark("{name} is not cleared for what is confidential"),
    "no_way": mark("Say how it was handed over"),
    "dispatch_sent": mark("{name} has got this already"),
    "dispatch_uncertain": mark("{name} may have got this; it is not sent again unless that is asked for"),
    "no_mail_server": mark("No mail server is configured: name one under [mail] in {path}"),
    "usage_channel": mark("“{name}” is no channel of the settings ({path})"),
    "mail_unreachable": mark("{server} cannot be reached: {reason}"),
    "mail_login": mark("The mail server does not let {user} in: {reason}"),
    "mail_refused": mark("the mail server did not take it: {reason}"),
    "mail_uncertain": mark("the connection broke: it may have arrived, and is not sent again by itself"),
    "keyring_missing": mark("The keyring needs an extra: pip install 'tui-minutes[keyring]'"),
    "keyring_empty": mark("The keyring knows no password of {user} for {server}"),
    "address_wrong": mark("“{email}” is no e-mail address"),
    "circulation_past": mark("The time for corrections must end in the future"),
    "correction_empty": mark("A correction needs words: how should it read?"),
    "correction_answered": mark("What {name} asked for has been answered already"),
    "decline_needs_reason": mark("Say why the correction is declined"),
    "open_corrections": mark("Corrections are to be answered first: {names}"),
    # the course of a meeting
    "sealed": mark("{number} is sealed: correct it by an amendment"),
    "cancelled": mark("{number} was called off"),
    "already_running": mark("{number} has begun already"),
    "over": mark("{number} is over: begin the next one"),
    "no_standup": mark("{number} is no standup"),
    "standup_not_empty": mark("{number} has taken something down: end it, so that it is kept"),
    "seconds_out_of_range": mark("A person has at most an hour; 0 means no timer"),
    "not_in_session": mark("{number} is not in session"),
    "not_in_readback": mark("{number} is not in its readback"),
    "not_signed": mark("{number} is not signed yet, or is approved already"),
    "not_approved": mark("{number} is not approved yet: correct the line itself"),
    "not_followed": mark("No other meeting follows {number}"),
    "rule_unreadable": mark(
        "“{rule}” is no rule of a calendar; try FREQ=WEEKLY;BYDAY=MO,TH or FREQ=MONTHLY;BYDAY=-1FR"
    ),
    "rule_never": mark("No date follows from “{rule}”"),
    "comes_by_itself": mark("“{title}” comes by itself; only what was put on by hand can recur"),
    "not_here": mark("{name} is not in the room"),
    "no_item_before": mark("No item was on the table before"),
    "minutes_out_of_range": mark("Minutes go from 1 to 600"),
    # the log and the outcomes
    "empty_text": mark("There are no words in it"),
    "no_such_outcome": mark("There is no outcome {number}"),
    "no_longer_stands": mark("{number} was withdrawn or has become another"),
    "nothing_to_change": mark("Nothing in this line changes {number}"),
    "changed_meanwhile": mark(
        "{number} was changed by someone else meanwhile; look again, nothing was overwritten"
    ),
    "field_of_other_kind": mark("{number} has no field “{field}”"),
    "close_by_owner": mark("{name} owns {number}: someone else has to close it"),
    # the moves of an outcome
    "move_of_other_kind": mark("{number} is a {kind}; it cannot be “{act}”"),
    "move_not_possible": mark("{number} is “{status}”; from there it cannot be “{act}”"),
    "move_needs": mark("{number} “{act}”: say the {detail} too"),
    "nothing_unclear": mark("Nothing about {number} is unclear"),
    "date_past": mark("{number}: {day} is past"),
    "delay_not_later": mark("{number} is due {day} already: a delay leads to a later day"),
    "split_too_few": mark("{number}: a split needs two parts at least, each with words"),
    "cannot_supersede": mark("{number} cannot be replaced by {by}: that one no longer stands itself"),
    "cannot_undo": mark("The last step of {number} cannot be undone"),
    "is_question": mark("{number} is a question already"),
    "no_motion": mark("This line is no motion"),
    "no_speaker": mark("No name stands before the colon"),
    "cannot_convert": mark("This line cannot become another kind"),
    "cannot_withdraw": mark("What the program noted cannot be withdrawn"),
    # readback and after
    "unread_outcomes": mark("Not read back or not agreed yet: {numbers}"),
    "objection_without_words": mark("An objection needs words"),
    "cannot_sign": mark("{name} was not there, or has no vote"),
    "signed_already": mark("{name} has signed already"),
    "doubtful_lines": mark("Doubtful lines are to be cleared up first: {lines}"),
    "amendment_incomplete": mark("An amendment needs the new words and the reason"),
    # the plan files
    "plan_wrong": mark("{file}: {where}: {wrong}; right would be: {right}"),
    "plan_not_found": mark("No plan at {path}"),
    "usage_template": mark("template list, template show NAME, or template save M-2026-001 NAME"),
    "template_not_found": mark("There is no template “{name}”; there are {known}"),
    "template_name": mark("“{name}” cannot be the name of a file; letters, digits, spaces and - are fine"),
    # files that come in
    "file_not_found": mark("There is no file {path}"),
    "file_unreadable": mark("{path} cannot be read: {reason}"),
    "invitation_wrong": mark("{file}: {where}: {wrong}. Nothing was stored"),
    # ledgers that come in
    "import_not_found": mark("There is no file {path}"),
    "import_unreadable": mark("{path} cannot be read as a ledger: {reason}"),
    "import_too_large": mark("{path} is too large: at most {rows} rows, 30 MB"),
    "import_old_excel": mark("{path} is an old workbook (.xls): save it as .xlsx in Excel or WPS"),
    "import_sheet_not_found": mark("There is no sheet “{name}”; there are: {known}"),
    "import_no_head": mark(
        "No row names its columns (such as 内容, 负责人, 计划完成时间); --map says what they are: {path}"
    ),
    "import_no_column": mark("There is no column “{name}”"),
    # views of the ledger
    "view_not_found": mark("There is no view “{name}”"),
    "view_name_taken": mark("There is a view “{name}” already"),
    "view_not_understood": mark("{typed} is not understood; a view is saved when all of it is"),
    "has_record": mark("Lines or outcomes of {number} are on record: it can be called off, not deleted"),
    "was_announced": mark("People were told of {number}: call it off, so that it stays on record"),
    "is_followed": mark("{later} follows {number}: that one would have to be deleted first"),
    "usage_nothing_asked": mark("Say what to look for: words, who:Ann, date:2026-10"),
    "usage_filter": mark("{typed} is not understood; put words to search for in quotes"),
    "usage_filter_long": mark("Too much for one filter from here on: {typed}"),
    # the command line and the settings
    "output_failed": mark("The output could not be written: {reason}"),
    "nothing_for": mark("In {number} there is nothing for {name}, neither a person nor a department"),
    "template_unreadable": mark("The template is no Word file that can be read (.docx, .dotx)"),
    "export_unwritable": mark("This cannot be written: {reason} ({path})"),
    "usage_out": mark("--format {form} needs --out FILE: a terminal cannot show it"),
    "usage_out_form": mark("--out needs --format, which says what to write"),
    "usage_map": mark("“{typed}” is no NAME=FIELD; the fields are: {known}"),
    "usage_when": mark("“{typed}” is no date and time: try 2026-12-03T14:00 or “fri 14:00”"),
    "usage_period": mark("“{typed}” is no period: try 2026-10, 2026-Q3 or last month"),
    "usage_terminal": mark(
        "The program needs a terminal. Without one: list, show, ledger, review, remind, verify, doctor, …"
    ),
    "not_found": mark("Not found: {number}"),
    "no_opener": mark("No program opens files here"),
    "not_opened": mark("{place} could not be opened"),
    "nothing_to_prepare": mark("Say what is to be ready"),
    "asked_on_agenda": mark("The agenda asks for “{text}”: change the agenda item"),
    "settings_unreadable": mark("{path}: cannot be read: {reason}"),
    "settings_syntax": mark("{path}: not TOML: {reason}"),
    "settings_key": mark("{path}: “{key}” is no setting; the settings are: {known}"),
    "settings_value": mark("{path}: “{key}” is {given}; it must be {wanted}"),
    "settings_unwritable": mark("This cannot be written: {reason} ({path})"),
    "settings_remind": mark("In the settings {where} is not as it should be; right would be: {right}"),
    "settings_channel": mark("In the settings {where} names “{name}”, which is not under remind.channels"),
    # reminders
    "remind_running": mark("Another program is sending reminders just now"),
    "no_channels": mark("No channel is configured: name some under [remind] in {path}"),
    "notify_missing": mark("Sending needs apprise: pip install 'tui-minutes[notify]'"),
    "channel_env": mark("the variable {variable} is not set"),
    "channel_no_email": mark("no e-mail address of {name} is known"),
    "channel_address": mark("apprise does not understand its address"),
    "channel_said_no": mark("it did not take the message"),
    # votes
    "no_quorum_rule": mark("“{text}” is no quorum: type 1/2 (more than half), 2/3, or a number of people"),
    "no_vote_on": mark("{number}: only motions and decisions are voted on"),
    "no_vote": mark("{number}: there is no vote to take back"),
    "nobody_voted": mark("Nobody has voted yet"),
    "has_no_vote": mark("Not in the room, or without a vote: {names}"),
    "voted_twice": mark("Named twice: {names}"),
    "too_many_votes": mark("{cast} votes, and only {present} with a vote are here"),
}

_TROUBLES = {
    "mail_refused": mark("the mail server did not take it"),
    "channel_said_no": REFUSALS["channel_said_no"],
    "channel_address": REFUSALS["channel_address"],
}


def refusal_text(refused: Refused) -> str:
    """The sentence that says why not, in the spoken language; KeyError for a code without words.

    A value that is a domain code (a status, a phase) is said by its label.
    """
    params = {
        name: label(value) if isinstance(value, StrEnum) else value for name, value in refused.params.items()
    }
    return tr_late(REFUSALS[refused.code], **params)


def trouble_text(code: str) -> str:
    """Why something that was sent did not arrive, by the code on record; "" where that says nothing more."""
    return tr_late(_TROUBLES[code]) if code in _TROUBLES else ""
