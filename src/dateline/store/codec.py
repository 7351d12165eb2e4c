"""Turns the frozen dataclasses of the rooms into JSON and back.

In:   a dataclass instance, or the JSON value that `encode` made and the class it is of.
Out:  plain JSON values with sorted keys; the same instance again.
Room: store. Only the fields that differ from their defaults are kept, so that a record written before a field was
      added still opens.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

T = typing.TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: Any) -> Any:
    """The JSON value of a dataclass, tuple, dict, date or plain value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        out = {}
        for name, default in _defaults(type(value)):
            held = getattr(value, name)
            if held != default:
                out[name] = encode(held)
        return out
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    if isinstance(value, dict):
        if any(isinstance(k, tuple) for k in value):  # JSON has no such keys: a list of pairs, in order
            return [[encode(k), encode(v)] for k, v in sorted(value.items())]
        return {k: encode(v) for k, v in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


def dumps(value: Any) -> str:
    """One line of JSON with sorted keys."""
    return json.dumps(encode(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """The instance that `dumps` wrote."""
    return typing.cast(T, _decoder(typing.cast(Any, kind))(json.loads(text)))


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    missing = object()
    out = []
    for f in dataclasses.fields(kind):
        default = f.default
        if default is dataclasses.MISSING:
            default = f.default_factory() if f.default_factory is not dataclasses.MISSING else missing
        out.append((f.name, default))
    return tuple(out)


@cache
def _decoder(kind: Any) -> Decoder:
    origin = get_origin(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_decoder(kind)
    if origin in (Union, types.UnionType):
        return _optional_decoder(kind)
    if origin is tuple:
        return _tuple_decoder(get_args(kind))
    if origin is dict:
        return _dict_decoder(*get_args(kind))
    if kind is date:
        return date.fromisoformat
    if origin is Literal or kind is Any or isinstance(kind, type):
        return lambda v: v
    raise TypeError(f"no way to keep a field of type {kind}")


def _optional_decoder(kind: Any) -> Decoder:
    inner = [a for a in get_args(kind) if a is not type(None)]
    if len(inner) != 1:
        return lambda v: v
    decode = _decoder(inner[0])
    return lambda v: None if v is None else decode(v)


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return lambda v: tuple(item(x) for x in v)
    items = [_decoder(a) for a in args]
    return lambda v: tuple(d(x) for d, x in zip(items, v, strict=True))


def _dict_decoder(key: Any, value: Any) -> Decoder:
    item = _decoder(value)
    if get_origin(key) is tuple:
        name = _decoder(key)
        return lambda v: {name(k): item(x) for k, x in (v.items() if isinstance(v, dict) else v)}
    return lambda v: {k: item(x) for k, x in v.items()}


def _dataclass_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    ready: dict[str, Decoder] = {}

    def decode(value: dict[str, Any]) -> Any:
        if not ready:  # filled at first use, so that a class may hold itself
            ready.update({f.name: _decoder(hints[f.name]) for f in dataclasses.fields(kind)})
        return kind(**{k: ready[k](v) for k, v in value.items() if k in ready})

    return decode
