"""What people write into the config file, and what happens when it is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tui_minutes.domain.refusal import Refused
from tui_minutes.i18n.messages import refusal_text
from tui_minutes.settings import Settings, config_path, country, database_path, load, save, typed_path


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_means_nothing_is_set(config: Path) -> None:
    assert load(config) == Settings()


def test_what_is_saved_is_read_again(config: Path) -> None:
    chosen = Settings("zh", "李四", "dark", "CN", True, True, {"meeting.next_item": "f5,ctrl+n"})
    save(chosen, config)
    assert load(config) == chosen


def test_saving_keeps_comments_and_what_is_not_changed(config: Path) -> None:
    config.write_text('# mine\nname = "Ann"  # that is me\ntheme = "dark"\n\n[keymap]\n"a.b" = "f5" # five\n')
    save(replace(load(config), theme="light"), config)
    assert config.read_text() == (
        '# mine\nname = "Ann"  # that is me\ntheme = "light"\n\n[keymap]\n"a.b" = "f5" # five\n'
    )


def test_saving_something_else_keeps_the_policies(config: Path) -> None:
    written = (
        '[policy]\npreset = "design"\ncloses = 17:30:00 # in summer\n\n[policy.design]\nurgent_days = 2\n'
    )
    config.write_text(written)
    save(replace(load(config), theme="light"), config)
    assert config.read_text() == 'theme = "light"\n\n' + written
    assert load(config).policy["preset"] == "design"


def test_saving_makes_the_folder_and_leaves_nothing_else_in_it(tmp_path: Path) -> None:
    config = tmp_path / "new" / "folder" / "config.toml"
    save(Settings(name="Ann"), config)
    assert [path.name for path in config.parent.iterdir()] == ["config.toml"]


def test_saving_follows_a_link_to_where_the_file_really_is(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("# kept\n")
    (tmp_path / "config.toml").symlink_to(tmp_path / "real.toml")
    save(Settings(name="Ann"), tmp_path / "config.toml")
    assert (tmp_path / "config.toml").is_symlink()
    assert load(tmp_path / "real.toml").name == "Ann"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused) as refused:
        save(Settings(name="Ann"), tmp_path / "file" / "config.toml")
    assert refused.value.code in ("settings_unwritable", "settings_unreadable")


@pytest.mark.parametrize(
    ("written", "code", "named"),
    [
        ("language = 'fr'", "settings_value", "language"),
        ("ascii = 'yes'", "settings_value", "ascii"),
        ("first_run_done = 1", "settings_value", "first_run_done"),
        ("name = 3", "settings_value", "name"),
        ("[keymap]\na = 5", "settings_value", "keymap"),
        ("policy = 3", "settings_value", "policy"),
        ('[policy]\npreset = "weekly"', "settings_value", 'it must be "minutes" | "coordination"'),
        ("[policy.design]\nurgent_days = 0", "settings_value", "policy.design.urgent_days"),
        ("[policy]\nurgent = 3", "settings_key", "urgent_days"),
        ("colour = 'red'", "settings_key", "colour"),
        ("name = \nascii = true", "settings_syntax", "line 1"),
    ],
)
def test_a_wrong_setting_is_refused_naming_file_and_key(
    config: Path, written: str, code: str, named: str
) -> None:
    config.write_text(written)
    with pytest.raises(Refused) as refused:
        load(config)
    assert refused.value.code == code
    assert str(config) in refusal_text(refused.value)
    assert named in refusal_text(refused.value)


def test_a_file_that_is_not_text_is_refused(config: Path) -> None:
    config.write_bytes(b"name = '\xff'")
    with pytest.raises(Refused) as refused:
        load(config)
    assert refused.value.code == "settings_unreadable"


def test_the_environment_names_the_config_file() -> None:
    assert config_path({"TUI_MINUTES_CONFIG": "/a/b.toml"}) == Path("/a/b.toml")
    assert config_path({}).name == "config.toml"


def test_the_store_is_the_one_given_then_that_of_the_environment_then_the_users() -> None:
    env = {"TUI_MINUTES_DB": "/env.db"}
    assert database_path("/given.db", env) == Path("/given.db")
    assert database_path(None, env) == Path("/env.db")
    assert database_path(None, {}).parts[-2:] == ("tui-minutes", "minutes.db")
    assert database_path("~/x.db", {}) == Path.home() / "x.db"


@pytest.mark.parametrize(
    ("given", "set_to", "env", "wanted"),
    [
        ("de", "US", {"LANG": "zh_CN.UTF-8"}, "DE"),
        (None, "US", {"LANG": "zh_CN.UTF-8"}, "US"),
        (None, "", {"LANG": "en_GB.UTF-8"}, "GB"),
        (None, "", {"LANG": "C.UTF-8"}, "CN"),
        (None, "", {}, "CN"),
    ],
)
def test_the_country_of_the_working_days(
    given: str | None, set_to: str, env: dict[str, str], wanted: str
) -> None:
    assert country(given, Settings(country=set_to), env) == wanted


def test_a_home_that_nobody_has_stays_a_name() -> None:
    assert typed_path("~nobody-at-all/plan.toml") == Path("~nobody-at-all/plan.toml")
