"""Export trained weights to ONNX, quantise them to int8, and write the folder that src/encode reads.

usage: python -m attribution.export --encoder DIR --weights model.pt --out DIR --name NAME --version N [--size 320 --stride 256]
writes model.onnx, vocab.txt and manifest.json (thresholds and calibration come from attribution.calibrate).
Matrix products with a constant side become int8 (weights per channel, activations at run time); the
word embeddings too. What is left in float32: norms, softmax, the tables of shapes, positions, distances.
"""

import argparse
import hashlib
import json
import os
import shutil
import tempfile

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .encoder import load_encoder
from .model import Attributor


def export_onnx(model, path):
    model.eval()
    pieces, words = 20, 12
    example = (torch.ones(1, pieces, dtype=torch.long), torch.zeros(1, pieces, dtype=torch.long), torch.arange(1, words + 1)[None])
    axes = {"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "first": {1: "words"}, "links": {0: "words", 1: "words"}}
    outputs = ["cues", "links", "inner"] + ["names"] * model.with_names
    axes |= {name: {0: "words"} for name in outputs if name != "links"}
    torch.onnx.export(
        model, example, path, input_names=["ids", "shapes", "first"], output_names=outputs,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def fuse(path, heads, hidden):
    """Fuse attention, GELU and layer norms into ONNX Runtime's own operators: fewer, faster steps. In place."""
    from onnxruntime.transformers import optimizer

    fused = optimizer.optimize_model(path, model_type="bert", num_heads=heads, hidden_size=hidden, opt_level=1)
    fused.save_model_to_file(path)
    return fused.get_fused_operator_statistics()


def main():
    p = argparse.ArgumentParser()
    for name in ("encoder", "weights", "out", "name"):
        p.add_argument(f"--{name}", required=True)
    p.add_argument("--version", type=int, required=True)
    p.add_argument("--size", type=int, default=320)
    p.add_argument("--stride", type=int, default=256)
    p.add_argument("--head", action="append", default=[], help="weights of a head, by attribution.name_head")
    p.add_argument("--float", action="store_true", help="leave the weights in float32, to compare")
    a = p.parse_args()
    encoder, config = load_encoder(a.encoder)
    model = Attributor(encoder)
    weights = {k: v for k, v in torch.load(a.weights, weights_only=True).items() if not k.startswith(("act.", "name."))}
    for head in a.head:  # trained on the frozen encoder
        weights |= torch.load(head, weights_only=True)
    lacking = {k.split(".")[0] for k in model.load_state_dict(weights, strict=False).missing_keys}
    model.with_names = "name" not in lacking
    assert lacking <= {"name"}, lacking
    os.makedirs(a.out, exist_ok=True)
    target = os.path.join(a.out, "model.onnx")
    with tempfile.TemporaryDirectory() as scratch:
        whole = os.path.join(scratch, "whole.onnx")
        export_onnx(model, whole)
        print(fuse(whole, config["num_attention_heads"], config["hidden_size"]))
        if a.float:
            shutil.copy(whole, target)
        else:
            quantize_dynamic(whole, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
                             op_types_to_quantize=["MatMul", "Attention", "Gather"],
                             extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
    onnx.checker.check_model(target)
    vocabulary = os.path.join(a.out, "vocab.txt")
    shutil.copy(os.path.join(a.encoder, "vocab.txt"), vocabulary)
    with open(target, "rb") as file:
        data = file.read()
    manifest = {
        "name": a.name, "version": a.version, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data),
        "window": {"size": a.size, "stride": a.stride}, "floor": 0.05,
        "thresholds": {"cue": 0.5, "keep": 0.0, "shown": 0.5, "calibration": [1] + [0] * 8},
        "trainedOn": "PolNeAR train, 756 of its 840 articles", "base": "MiniLM-L6-H384-uncased as in all-MiniLM-L6-v2",
        "licence": "Apache-2.0 (base weights); the fine-tuned weights MIT", "scores": {},
    }  # fmt: skip
    with open(os.path.join(a.out, "manifest.json"), "w", encoding="utf8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    print(len(data) / 1e6, "MB")


if __name__ == "__main__":
    main()
