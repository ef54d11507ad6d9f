#include "sample/layout.hpp"

#include <algorithm>
#include <cstddef>

#include "sample/docx_layout.hpp"
#include "sample/html_layout.hpp"

namespace gouji::sample {
namespace {

void word_table(const Block& table, std::string& out) {
    for (const Row& row : table.rows) {
        for (const Cell& cell : row) out += "\t" + cell.text + "\n";
        out += "\n";
    }
}

void tabbed_table(const Block& table, std::string& out) {
    for (const Row& row : table.rows) {
        const char* between = "";
        for (const Cell& cell : row) {
            out +=
                between + cell.text + std::string(static_cast<std::size_t>(cell.columns - 1), '\t');
            between = "\t";
        }
        out += "\n";
    }
    out += "\n";
}

void piped_table(const Block& table, std::string& out) {
    for (const Row& row : table.rows) {
        out += "|";
        for (const Cell& cell : row) {
            if (!cell.covered) out += " " + cell.text + " |";
        }
        out += "\n";
    }
}

void spaced_table(const Block& table, std::string& out) {
    for (const Row& row : table.rows) {
        for (const Cell& cell : row) {
            if (!cell.covered) out += cell.text + "\n\n";
        }
    }
}

void markdown_table(const Block& table, std::string& out) {
    int width = 0;
    for (const Row& row : table.rows) {
        int columns = 0;
        for (const Cell& cell : row) columns += cell.columns;
        width = std::max(width, columns);
    }
    bool first = true;
    for (const Row& row : table.rows) {
        out += "|";
        for (const Cell& cell : row) {
            out += " " + cell.text + " |";
            for (int i = 1; i < cell.columns; ++i) out += "  |";
        }
        out += "\n";
        if (first) {
            out += "|";
            for (int i = 0; i < width; ++i) out += "---|";
            out += "\n";
        }
        first = false;
    }
    out += "\n";
}

void barred_table(const Block& table, std::string& out) {
    for (const Row& row : table.rows) {
        std::size_t covered = 0;
        for (const Cell& cell : row) {
            if (cell.covered) continue;
            out += cell.text + " |\n";
            covered += static_cast<std::size_t>(cell.columns - 1);
        }
        if (covered > 0) out += std::string(covered, '|') + "\n";
    }
}

void table(const Block& block, Layout layout, std::string& out) {
    switch (layout) {
        case Layout::word:
            return word_table(block, out);
        case Layout::tabbed:
            return tabbed_table(block, out);
        case Layout::piped:
            return piped_table(block, out);
        case Layout::spaced:
            return spaced_table(block, out);
        case Layout::markdown:
            return markdown_table(block, out);
        case Layout::barred:
            return barred_table(block, out);
        default:
            return;
    }
}

void line(const Block& block, Layout layout, std::string& out) {
    if (layout == Layout::markdown) {
        if (block.kind == Kind::title) out += "# ";
        if (block.kind == Kind::chapter) out += "## ";
        if (block.kind == Kind::part) out += "### ";
    } else if (layout != Layout::piped && block.kind == Kind::paragraph) {
        out += "　　";
    }
    out += block.text;
    out += layout == Layout::spaced || layout == Layout::markdown ? "\n\n" : "\n";
}

}  // namespace

std::string_view name(Layout layout) {
    switch (layout) {
        case Layout::word:
            return "word";
        case Layout::tabbed:
            return "tabbed";
        case Layout::piped:
            return "piped";
        case Layout::spaced:
            return "spaced";
        case Layout::markdown:
            return "markdown";
        case Layout::barred:
            return "barred";
        case Layout::docx:
            return "docx";
        case Layout::docx_numbered:
            return "docx_numbered";
        case Layout::docx_wps:
            return "docx_wps";
        case Layout::html:
            return "html";
        case Layout::html_noisy:
            return "html_noisy";
        case Layout::html_unmerged:
            return "html_unmerged";
    }
    return "";
}

std::string_view extension(Layout layout) {
    if (layout == Layout::docx || layout == Layout::docx_numbered || layout == Layout::docx_wps)
        return ".docx";
    if (layout >= Layout::html) return ".html";
    return layout == Layout::markdown ? ".md" : ".txt";
}

std::string render(const Report& report, Layout layout) {
    if (extension(layout) == ".docx") return render_docx(report, layout);
    if (extension(layout) == ".html") return render_html(report, layout);
    std::string out;
    for (const Block& block : report.blocks) {
        if (block.kind == Kind::table) {
            table(block, layout, out);
        } else {
            line(block, layout, out);
        }
    }
    return out;
}

}  // namespace gouji::sample
