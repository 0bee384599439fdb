"""Change the graph of an exported model in place, its weights untouched."""

import hashlib
import json
import os

import onnx


def rewrite(folder, change):
    """Load FOLDER/model.onnx, let `change(model, manifest)` work on both, write them, the new hash and size as well."""
    path, listed = os.path.join(folder, "model.onnx"), os.path.join(folder, "manifest.json")
    with open(listed, encoding="utf8") as file:
        manifest = json.load(file)
    model = onnx.load(path)
    change(model, manifest)
    onnx.checker.check_model(model)
    data = model.SerializeToString()
    with open(path, "wb") as file:
        file.write(data)
    manifest |= {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    with open(listed, "w", encoding="utf8") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    print(len(data) / 1e6, "MB")
