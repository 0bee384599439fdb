"""One peer from PyPI in a process of its own: python_peer.py NAME. Questions on stdin, answers on stdout, one JSON object a line."""

import json
import resource
import sys
import time


def trafilatura_reader():
    import logging

    import trafilatura

    logging.disable(logging.CRITICAL)

    def read(data):
        found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
        if found is None:
            return {"text": "", "title": None, "authors": [], "date": None}
        return {"text": found.text or "", "title": found.title, "authors": [found.author] if found.author else [], "date": found.date}

    return trafilatura.__version__, read


def resiliparse_reader():
    from importlib.metadata import version

    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(data):
        tree = HTMLTree.parse_from_bytes(data, detect_encoding(data))
        return {"text": extract_plain_text(tree, main_content=True), "title": tree.title, "authors": None, "date": None}

    return version("resiliparse"), read


def main():
    try:
        version, read = {"trafilatura": trafilatura_reader, "resiliparse": resiliparse_reader}[sys.argv[1]]()
    except ImportError as error:
        print(json.dumps({"missing": str(error).split("\n")[0]}), flush=True)
        return
    print(json.dumps({"version": version}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        with open(question["path"], "rb") as file:
            data = file.read()
        start, before = time.perf_counter(), time.process_time()
        try:
            answer = {"reading": read(data)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:200]}
        answer["page"] = question["page"]
        answer["seconds"] = time.perf_counter() - start
        answer["processor"] = time.process_time() - before
        answer["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps(answer), flush=True)


main()
