"""Let an exported model work out links for likely cues only: of ten words nine are none, and nobody reads their links.

usage: python -m attribution.likely --folder DIR    narrows DIR/model.onnx and writes its hash and size into DIR/manifest.json
A further output `rows` tells which words the rows of `links` are of. No number changes: rows are chosen after
what they are made of was rounded, and a product's rows do not hang on one another.
"""

import argparse
import math

import numpy
from onnx import TensorProto, helper, numpy_helper

from .rewrite import rewrite

# Chosen a little below the floor, since the floor itself is held by whoever runs the model.
MARGIN = 0.9
CHANNELS = 7


def consumers(graph, name):
    return [node for node in graph.node if name in node.input]


def producer(graph, name):
    return next(node for node in graph.node if name in node.output)


def only(nodes, operator):
    found = [node for node in nodes if node.op_type == operator]
    assert len(found) == 1, (operator, [node.name for node in found])
    return found[0]


def scaled(graph, product):
    """The name of what a rounded product becomes: cast to float32, times its scale."""
    cast = only(consumers(graph, product.output[0]), "Cast")
    return only(consumers(graph, cast.output[0]), "Mul").output[0]


def choose(graph, floor):
    """Nodes that give `rows`: the words that are a cue, or an inner one, with a probability of about the floor or more."""
    constants = {"likely_first": numpy.array([0]), "likely_axis": numpy.array([1]), "likely_words": numpy.array([0]),
                 "likely_most": numpy.array(math.log(1 - MARGIN * floor), dtype=numpy.float32)}  # fmt: skip
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
    make = helper.make_node
    return [
        make("Min", ["cues", "inner"], ["likely_logs"], "likely/Min"),
        make("Gather", ["likely_logs", "likely_first"], ["likely_none"], "likely/Gather", axis=1),
        make("Squeeze", ["likely_none", "likely_axis"], ["likely_no_cue"], "likely/Squeeze"),
        make("Less", ["likely_no_cue", "likely_most"], ["likely_is"], "likely/Less"),
        make("NonZero", ["likely_is"], ["likely_found"], "likely/NonZero"),
        make("Squeeze", ["likely_found", "likely_words"], ["rows"], "likely/Rows"),
    ]


def narrow(model, floor):
    graph = model.graph
    products = [node for node in graph.node if node.op_type == "MatMulInteger" and "bilinear_quantized" in node.input]
    rounded = products[0].input[0]
    first = producer(graph, only([n for n in graph.node if n.op_type == "Sub"], "Sub").input[1])
    taken = helper.make_node("Gather", [rounded, "rows"], ["likely_heads"], "likely/Heads", axis=0)
    for node in consumers(graph, rounded):
        node.input[0] = "likely_heads"
    shape = only(consumers(graph, scaled(graph, products[0])), "Reshape")
    link = next(each.dims[0] for each in graph.initializer if each.name == "bilinear_quantized")
    # 0: as many as there are, so that none at all is well too.
    graph.initializer.append(numpy_helper.from_array(numpy.array([0, CHANNELS, link]), "likely_shape"))
    shape.input[1] = "likely_shape"
    first.input[0] = "rows"
    nodes = [*graph.node, *choose(graph, floor), taken]
    del graph.node[:]
    graph.node.extend(in_order(nodes, graph))
    graph.output.append(helper.make_tensor_value_info("rows", TensorProto.INT64, ["cues"]))
    links = next(output for output in graph.output if output.name == "links")
    links.type.tensor_type.shape.dim[0].dim_param = "cues"
    del graph.value_info[:]
    used = {name for node in graph.node for name in node.input}
    kept = [each for each in graph.initializer if each.name in used]
    del graph.initializer[:]
    graph.initializer.extend(kept)


def in_order(nodes, graph):
    """Nodes after those that they need; without those that nothing needs."""
    of = {output: node for node in nodes for output in node.output}
    order, seen = [], set()

    def visit(name):
        node = of.get(name)
        if node is None or id(node) in seen:
            return
        seen.add(id(node))
        for needed in node.input:
            visit(needed)
        order.append(node)

    for name in [output.name for output in graph.output] + ["rows"]:
        visit(name)
    return order


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--folder", required=True)
    rewrite(p.parse_args().folder, lambda model, manifest: narrow(model, manifest["floor"]))


if __name__ == "__main__":
    main()
