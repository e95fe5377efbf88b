"""From a trained reader to the ONNX graphs that are shipped, their weights in 8 bits."""

from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from training.encoders import MiniLM
from training.network import Reader

_OPSET = 17
_LENGTH = 24  # pieces and words of the text that the graphs are traced with
_QUANTISED = ("MatMul", "Gather")


class _Encoder(nn.Module):
    """Ids and letter cases (pieces) of one window to pieces (pieces, size) and the cue scores of each."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, Tensor]:
        pieces = self.reader.encoder(ids[None], cases[None])[0]
        return pieces, self.reader.cues(pieces)


class _Arguments(nn.Module):
    """Words (words, size) of one window, first and last word of each cue to scores (cues, words, roles)."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.arguments = reader.arguments

    def forward(self, words: Tensor, first: Tensor, last: Tensor) -> Tensor:
        scores: Tensor = self.arguments(words[None], None, torch.zeros_like(first), first, last)
        return scores


class _Embedding(nn.Module):
    """Ids (pieces) of a text to its unit embedding (size): the mean over all pieces (Reimers 2019)."""

    def __init__(self, encoder: MiniLM) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        pieces = self.encoder(ids[None], torch.zeros_like(ids)[None])[0]
        return nn.functional.normalize(pieces.mean(0), dim=-1)


def export(reader: Reader, folder: Path) -> None:
    """Write `encoder.onnx` and `arguments.onnx` into `folder`, quantised (dynamic, per channel, int8)."""
    reader = reader.float().cpu().eval()
    size = reader.cues.in_features
    ids = torch.arange(_LENGTH) + 1000
    few = torch.tensor([2, 9])
    graphs: dict[str, tuple[nn.Module, tuple[Tensor, ...], dict[str, dict[int, str]], list[str]]] = {
        "encoder": (
            _Encoder(reader),
            (ids, torch.ones_like(ids)),
            {"ids": {0: "pieces"}, "cases": {0: "pieces"}},
            ["pieces", "cues"],
        ),
        "arguments": (
            _Arguments(reader),
            (torch.randn(_LENGTH, size), few, few + 1),
            {"words": {0: "words"}, "first": {0: "cues"}, "last": {0: "cues"}},
            ["roles"],
        ),
    }
    for name, (module, example, inputs, outputs) in graphs.items():
        axes = inputs | {out: {0: "pieces"} for out in outputs if out != "roles"}
        if "roles" in outputs:
            axes["roles"] = {0: "cues", 1: "words"}
        _write(module, example, axes, list(inputs), folder / f"{name}.onnx", size if name == "encoder" else 0)


def export_embedding(original: MiniLM, folder: Path) -> None:
    """Write `embedding.onnx` into `folder`: the original encoder, from ids to a unit embedding, quantised."""
    ids = torch.arange(_LENGTH) + 1000
    module = _Embedding(original.float().cpu().eval())
    _write(
        module,
        (ids,),
        {"ids": {0: "pieces"}, "embedding": {}},
        ["ids"],
        folder / "embedding.onnx",
        original.size,
    )


def _write(
    module: nn.Module,
    example: tuple[Tensor, ...],
    axes: dict[str, dict[int, str]],
    inputs: list[str],
    path: Path,
    size: int,
) -> None:
    """Trace `module`, fuse its steps, quantise its weights. `size` is that of an encoder's layers, else 0.

    One text is read at a time, so nothing is masked, and attention is traced step by step: a seventh faster.
    """
    for part in module.modules():
        if isinstance(part, MiniLM):
            part.bert.config._attn_implementation = "eager"  # noqa: SLF001 - transformers has no other way
    with TemporaryDirectory() as scratch:
        plain, fused = Path(scratch) / "plain.onnx", Path(scratch) / "fused.onnx"
        torch.onnx.export(
            module,
            example,
            plain,
            input_names=inputs,
            output_names=[name for name in axes if name not in inputs],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
        _fuse(plain, fused, size)
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=list(_QUANTISED),
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def _fuse(plain: Path, fused: Path, size: int) -> None:
    """Join what a processor does faster in one step (layer norms with their sums, GELU with its bias)."""
    options = FusionOptions("bert")
    model = optimize_model(
        str(plain),
        model_type="bert",
        num_heads=12 if size else 0,
        hidden_size=size,
        optimization_options=options,
    )
    model.save_model_to_file(str(fused))
