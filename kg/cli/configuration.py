"""Where settings come from: a flag, else the environment, else kg.toml in the current folder."""

import reprlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final, get_type_hints

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from kg.errors import SettingsError
from kg.settings import Settings

FILE: Final = Path("kg.toml")


@dataclass(frozen=True)
class Setting:
    """`type` is annotated with its limits, with what stands for a value in the help, and with what it means."""

    name: str
    type: Any
    default: Any

    @property
    def flag(self) -> str:
        return f"--{self.name.replace('_', '-')}"

    @property
    def variable(self) -> str:
        return f"KG_{self.name.upper()}"

    @property
    def metavar(self) -> str:
        return self._described.title or ""

    @property
    def meaning(self) -> str:
        return self._described.description or ""

    def flagged(self, text: object) -> Any:
        """The value that a flag says, or raises `SettingsError`."""
        return self.read(text, self.flag)

    def read(self, value: object, place: str, *, typed: bool = False) -> Any:
        """The value that was found in a place; a typed one has a type of its own, and it must be the right one.

        A `SettingsError` that names the place.
        """
        try:
            return self._adapter.validate_python(value, strict=typed and self.type.__origin__ is not Path)
        except ValidationError as error:
            reason = str(error.errors()[0]["msg"]).removeprefix("Value error, ")
            fault = f"{reprlib.repr(value)} cannot be used: {reason[0].lower()}{reason[1:]}"
            raise SettingsError(f"{place}: {fault}") from error

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.type)

    @property
    def _described(self) -> FieldInfo:
        return next(said for said in self.type.__metadata__ if isinstance(said, FieldInfo))


def _named(path: object) -> object:
    if not isinstance(path, str | Path):
        raise ValueError("it is no text")  # noqa: TRY004 - what pydantic listens to
    if not str(path) or "\0" in str(path):
        raise ValueError("it names no folder")
    return path


STORE: Final = Setting(
    "store",
    Annotated[Path, BeforeValidator(_named), Field(title="DIR", description="The store's folder.")],
    Path("kg.store"),
)
_TYPES = get_type_hints(Settings, include_extras=True)
# A program may use all cores; a library does not begin processes unless it is told to.
_USUAL: Final = {"workers": 0}
READING: Final = tuple(
    Setting(field.name, _TYPES[field.name], _USUAL.get(field.name, field.default)) for field in fields(Settings)
)
"""The settings of those commands that read articles."""
SETTINGS: Final = (STORE, *READING)


def check(environment: Mapping[str, str]) -> None:
    """A `SettingsError` for a variable with a value that its setting cannot have. An empty one counts as not set."""
    for setting in SETTINGS:
        if text := environment.get(setting.variable):
            setting.read(text, setting.variable)


def settings_of(file: Path) -> dict[str, Any]:
    """The settings in a file, by name; none if there is no such file. A `SettingsError` if anything in it is wrong."""
    known = {setting.name: setting for setting in SETTINGS}
    values = {}
    for key, value in _table(file).items():
        if key not in known:
            raise SettingsError(f"{file}: there is no setting {reprlib.repr(key)}{nearest(key, known)}")
        values[key] = known[key].read(value, f"{file}: {key}", typed=True)
    return values


def nearest(name: str, known: Mapping[str, object]) -> str:
    """Which of the known ones may be meant, or all."""
    found = get_close_matches(name, known, 1)
    return f": did you mean {found[0]}?" if found else f"; there are {', '.join(known)}"


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror}): correct or remove it") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not UTF-8: save it as that") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(f"{file} is no TOML ({error}): correct it") from error


def misspelt(environment: Mapping[str, str]) -> list[str]:
    """Variables that no setting has, but that one may have been meant by; each with that one."""
    known = {setting.variable: setting for setting in SETTINGS}
    others = sorted(name for name in environment if name.startswith("KG_") and name not in known)
    return [f"{name}{nearest(name, known)}" for name in others if get_close_matches(name, known, 1)]
