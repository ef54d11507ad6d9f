"""A .docx by hand, packed by Python's zipfile: an archive that gouji has not written."""
import io
import re
import xml.etree.ElementTree as xml
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def paragraph(words):
    words = words.replace("&", "&amp;").replace("<", "&lt;")
    # Two runs, cut in the middle of the words, as Word leaves them.
    half = len(words) // 2 if "&" not in words else len(words)
    return "<w:p>" + "".join(f'<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">{part}</w:t></w:r>'
                             for part in (words[:half], words[half:]) if part) + "</w:p>"


def docx(text, settings="", signed=False):
    """The lines of a text as paragraphs."""
    relation = '<Relationship Id="rId{}" Type="{}" Target="{}"/>'
    wrap = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    top = relation.format(1, OFFICE + "/officeDocument", "word/document.xml")
    if signed:
        top += relation.format(2, "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "_xmlsignatures/origin.sigs")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
    types = (HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
             '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>'
             f'<Override PartName="/word/document.xml" ContentType="{kind.format("document.main")}"/>'
             + (f'<Override PartName="/word/settings.xml" ContentType="{kind.format("settings")}"/>' if settings else "") + "</Types>")
    body = "".join(paragraph(line) if line else "<w:p/>" for line in text.split("\n"))
    parts = {"[Content_Types].xml": types, "_rels/.rels": wrap.format(top),
             "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>',
             "word/_rels/document.xml.rels": wrap.format(relation.format(1, OFFICE + "/settings", "settings.xml") if settings else "")}
    if settings:
        parts["word/settings.xml"] = f'{HEAD}<w:settings xmlns:w="{W}">{settings}</w:settings>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def part(package, name):
    with zipfile.ZipFile(package) as opened:
        return opened.read(name).decode()


def paragraphs(package, accepted=True):
    """What a reader of tracked changes sees, by another XML parser than gouji's."""
    tag = "{" + W + "}"
    out = []
    for p in xml.fromstring(part(package, "word/document.xml")).iter(tag + "p"):
        words = ""
        def walk(node, deleted=False, inserted=False):
            nonlocal words
            for child in node:
                name = child.tag
                if name == tag + "del":
                    walk(child, True, inserted)
                elif name == tag + "ins":
                    walk(child, deleted, True)
                elif name in (tag + "t", tag + "delText") and not (deleted if accepted else inserted):
                    words += child.text or ""
                else:
                    walk(child, deleted, inserted)
        walk(p)
        out.append(words)
    return "\n".join(out)


def comments(package, author="gouji"):
    """Each comment of an author with the words that it is on."""
    document = part(package, "word/document.xml")
    out = []
    tag = "{" + W + "}"
    for comment in xml.fromstring(part(package, "word/comments.xml")).iter(tag + "comment"):
        if comment.get(tag + "author") != author:
            continue
        i = comment.get(tag + "id")
        range_ = re.search(rf'<w:commentRangeStart w:id="{i}"/>(.*?)<w:commentRangeEnd w:id="{i}"/>', document, re.S)[1]
        out.append(("".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", range_)), "\n".join("".join(p.itertext()) for p in comment)))
    return out
