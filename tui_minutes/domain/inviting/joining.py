"""How one joins from afar: the link, and what the services write around it, which is no agenda (B2, B8)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui_minutes.domain.regex import regex

_LINK = regex(
    r"https?://(?:[\w-]+\.)*(?:"
    r"meeting\.tencent\.com|voovmeeting\.com|work\.weixin\.qq\.com/webapp/tm"
    r"|teams\.microsoft\.com/(?:l/meetup-join|meet)|teams\.live\.com/meet"
    r"|meet\.google\.com|(?:vc|meetings)\.(?:feishu\.cn|larksuite\.com)|meeting\.dingtalk\.com"
    r"|zoom\.(?:us|com|com\.cn)/(?:j|my|w)|webex\.com/(?:meet|\S*j\.php)"
    r")(?:/[^\s<>\"'（）()【】\[\]，。；]*)?",
    re.IGNORECASE,
)
_URL = regex(r"https?://[^\s<>\"'（）()【】\[\]，。；]+", re.IGNORECASE)
LONGEST_LINE = 600
"""So many characters of a line say whose it is; links of Teams are long."""

_RULE = regex(r"\s*(?:[_=~*-]{10,}|[-:~]{20,})\s*")
"""What Outlook and Google put above and below their own words."""

_ITEM = regex(r"\s*(?:\d{1,2}\s*[.、)）]|[（(]?[一二三四五六七八九十]{1,3}[、.)）]|[-*•·]\s)")
_ABOUT_JOINING = regex(
    r"会议\s*(?:号码?|ID|密码)|入会|会议链接|电话(?:呼入|入会|拨入)|拨号|复制该信息|添加至会议列表"
    r"|邀请(?:您|你)(?:参加|加入)|加入(?:视频|腾讯|钉钉|飞书)?会议|视频会议|会议主题|会议时间[:：]\s*\d{4}/"
    r"|腾讯会议|飞书会议|钉钉(?:视频)?会议|Teams 会议|下载 Teams|会议选项|在(?:你|您)的计算机"
    r"|重复周期|了解(?:更多|详细)"
    r"|meeting id|pass\s?code|password|dial[- ]?in|dial by|one tap mobile|conference id"
    r"|video call link|inviting you to|is inviting|join:|link to join|copy this (?:message|info)"
    r"|join (?:the|a|zoom|microsoft|with|on|by|from|via|meeting|online)"
    r"|download teams|teams meeting|meeting options|for organi[sz]ers|need help\?"
    r"|find (?:a|your) local number|more phone numbers|more joining options|learn more about meet"
    r"|(?:reset|phone) (?:pin|dial)|^pin:|(?:please )?do not edit this section|tap to join"
    r"|system reference|meeting details|lark video meeting",
    re.IGNORECASE,
)
_INVITES = regex(r"\s*(?P<who>\S.{0,40}?)\s*(?:邀请(?:您|你)参加|is inviting you to).*", re.IGNORECASE)
_PHONE = regex(r"\s*(?:[(（]?[A-Z]{2}[)）]\s*)?[+＋]\d[\d ()\-]{5,}.*")


def join_link(texts: Iterable[str]) -> str:
    """The first link in `texts` by which one joins at a service that is known; "" for none."""
    return next((found[0] for text in texts if (found := _LINK.search(text))), "")


def inviter(lines: Iterable[str]) -> str:
    """Who is said to invite by the words of a service; "" when they name nobody."""
    return next((found["who"] for line in lines if (found := _INVITES.fullmatch(line[:LONGEST_LINE]))), "")


def is_link(text: str) -> bool:
    """Whether `text` is nothing but the address of a page."""
    return _URL.fullmatch(text.strip()) is not None


def apart(lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """The lines that people wrote, with empty ones where something was; those the services wrote.

    What stands between two rules belongs together: where one line of it is about joining, all of it is.
    """
    blocks: list[list[str]] = [[]]
    for line in lines:
        if _RULE.fullmatch(line):
            blocks.append([])
        else:
            blocks[-1].append(line)
    own: list[str] = []
    theirs: list[str] = []
    for nth, block in enumerate(blocks):
        whole = 0 < nth < len(blocks) - 1 and any(map(_is_theirs, block))
        for line in block:
            is_theirs = whole or _is_theirs(line)
            own.append("" if is_theirs else line)
            if is_theirs and line.strip():
                theirs.append(line.strip())
    return own, theirs


def _is_theirs(line: str) -> bool:
    """Whether a service wrote it; a numbered line without a link is a person's: 1. 视频会议系统采购."""
    line = line[:LONGEST_LINE]
    bare = _URL.sub("", line).strip(" <>()（）|·:：-")
    linked = bare != line.strip(" <>()（）|·:：-")
    if linked and (not bare or _LINK.search(line)):
        return True
    if not linked and _ITEM.match(line):
        return False
    return _ABOUT_JOINING.search(line) is not None or _PHONE.fullmatch(line) is not None
