"""excerpt.py SARIF: what a SARIF file says of its tool, and its first error that speaks of other places."""
import json
import sys

run = json.load(open(sys.argv[1], encoding="utf-8"))["runs"][0]
tool, results = run["tool"], run["results"]
print("driver:", tool["driver"]["name"], tool["driver"]["version"])
print("extensions:", ", ".join(plugin["name"] for plugin in tool["extensions"]))
print("results:", len(results))
shown = next(result for result in results if result["level"] == "error" and result.get("relatedLocations"))
place = shown["locations"][0]
print(json.dumps({
    "ruleId": shown["ruleId"],
    "level": shown["level"],
    "message": shown["message"],
    "locations": [{
        "physicalLocation": {key: place["physicalLocation"][key] for key in ("artifactLocation", "region")},
        "logicalLocations": place.get("logicalLocations", []),
    }],
    "partialFingerprints": shown["partialFingerprints"],
    "relatedLocations": f"({len(shown['relatedLocations'])})",
    "fixes": shown.get("fixes", []),
}, ensure_ascii=False, indent=2))
