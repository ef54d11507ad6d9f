"""A document whose number bears a later year than the report's own can hardly have governed that year."""
import gouji_rule


def make(options, lists):
    ahead = options["ahead"]

    def check(document):
        if document["year"] is None:
            return
        text = document["text"].encode()
        for citation in document["citations"]:
            if citation["kind"] != "number" or citation["year"] is None:
                continue
            if citation["year"] > document["year"] + ahead:
                begin, end = citation["span"]
                yield {
                    "message": "later",
                    "span": [begin, end],
                    "arguments": {"number": text[begin:end].decode(), "year": str(document["year"])},
                }

    return check


gouji_rule.run(make)
