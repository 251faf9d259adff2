// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/drill/pdftext.h"

namespace pilothouse {
namespace {

constexpr int PageWidth = 595; // points, A4
constexpr int PageHeight = 842;
constexpr int Margin = 50;
constexpr int FactColumn = 190;
constexpr double TextSize = 9.5;
constexpr double FixedSize = 7.5;
constexpr double FixedWidth = FixedSize * 0.6; // of a letter, in Courier

/// Widths of Helvetica's letters from space to tilde, in thousandths.
constexpr short Widths[] = {278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                            556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                            1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                            667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                            333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                            556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

double widthOf(const QString &text, double size)
{
    double width = 0;
    for (const QChar letter : text) {
        const ushort code = letter.unicode();
        width += code >= 32 && code < 127 ? Widths[code - 32] : 556;
    }
    return width * size / 1000;
}

/// In the code page of the fonts, as a string of PDF.
QByteArray pdfString(const QString &text)
{
    QByteArray bytes = "(";
    for (const QChar letter : text) {
        ushort code = letter.unicode();
        if (code == 0x2014 || code == 0x2013)
            code = code == 0x2014 ? 0x97 : 0x96;
        else if (code == 0x201e || code == 0x201c || code == 0x201d)
            code = code == 0x201e ? 0x84 : (code == 0x201c ? 0x93 : 0x94);
        else if (code == 0x2026)
            code = 0x85;
        else if (code < 32 || (code >= 127 && code < 160) || code > 255)
            code = '?';
        if (code == '(' || code == ')' || code == '\\')
            bytes += '\\';
        bytes += static_cast<char>(code);
    }
    return bytes + ')';
}

/// Cut where a line is full, at spaces where there are some.
QStringList wrapped(const QString &text, double size, double width)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.simplified().split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        if (widthOf(longer, size) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << line;
        line = word;
        while (widthOf(line, size) > width && line.size() > 1) {
            qsizetype fits = line.size() - 1;
            while (fits > 1 && widthOf(line.left(fits), size) > width)
                --fits;
            lines << line.left(fits);
            line = line.mid(fits);
        }
    }
    return lines << line;
}

/// Fills page after page from the top.
class Pages
{
public:
    void add(const ReportLine &line, bool isFirst)
    {
        switch (line.kind) {
        case ReportLine::Kind::Title:
            paragraph(line.cells.value(0), "F2", 18, 10);
            break;
        case ReportLine::Kind::Heading:
            m_y -= 12;
            paragraph(line.cells.value(0), "F2", 12, 5);
            break;
        case ReportLine::Kind::Text:
            paragraph(line.cells.value(0), "F1", TextSize, 8);
            break;
        case ReportLine::Kind::Fact:
            fact(line);
            break;
        case ReportLine::Kind::Row:
            row(line.cells, isFirst);
            break;
        }
    }

    QList<QByteArray> contents() const { return m_pages; }

private:
    void need(double height)
    {
        if (!m_pages.isEmpty() && m_y - height >= Margin)
            return;
        m_pages << QByteArray();
        m_y = PageHeight - Margin;
    }

    void show(const QString &text, const char *font, double size, double x)
    {
        m_pages.last() += "BT /" + QByteArray(font) + ' ' + QByteArray::number(size) + " Tf "
                          + QByteArray::number(x) + ' ' + QByteArray::number(m_y) + " Td " + pdfString(text)
                          + " Tj ET\n";
    }

    void paragraph(const QString &text, const char *font, double size, double after)
    {
        for (const QString &line : wrapped(text, size, PageWidth - 2 * Margin)) {
            need(size * 1.35);
            m_y -= size * 1.35;
            show(line, font, size, Margin);
        }
        m_y -= after;
    }

    void fact(const ReportLine &line)
    {
        const QStringList values =
            wrapped(line.cells.value(1), TextSize, PageWidth - 2 * Margin - FactColumn);
        for (qsizetype at = 0; at < values.size(); ++at) {
            need(TextSize * 1.45);
            m_y -= TextSize * 1.45;
            if (at == 0)
                show(line.cells.value(0), "F2", TextSize, Margin);
            show(values[at], "F1", TextSize, Margin + FactColumn);
        }
    }

    /// The last column as wide as it is, the others share what is left; a digest fits whole.
    void row(const QStringList &cells, bool isHead)
    {
        need(FixedSize * 1.7);
        m_y -= FixedSize * 1.7;
        const bool hasDigest =
            cells.size() == 3 && (m_hasDigest = isHead ? cells[2] == u"SHA-256" : m_hasDigest);
        const QList<double> starts = hasDigest ? QList<double>{0, 130, 190} : QList<double>{0, 330, 420};
        for (qsizetype at = 0; at < cells.size() && at < starts.size(); ++at) {
            const double end =
                at + 1 < starts.size() && at + 1 < cells.size() ? starts[at + 1] - 8 : PageWidth - 2 * Margin;
            const auto letters = static_cast<qsizetype>((end - starts[at]) / FixedWidth);
            QString text = cells[at];
            if (text.size() > letters)
                text = text.left(letters - 1) + u'\u2026';
            show(text, isHead ? "F4" : "F3", FixedSize, Margin + starts[at]);
        }
        if (isHead)
            m_pages.last() += "0.5 w " + QByteArray::number(Margin) + ' ' + QByteArray::number(m_y - 3)
                              + " m " + QByteArray::number(PageWidth - Margin) + ' '
                              + QByteArray::number(m_y - 3) + " l S\n";
        m_y -= isHead ? 3 : 0;
    }

    QList<QByteArray> m_pages;
    double m_y = 0;
    bool m_hasDigest = false;
};

/// Numbers objects as they come, and remembers where each begins.
class PdfFile
{
public:
    void add(const QByteArray &object)
    {
        m_starts << m_bytes.size();
        m_bytes += QByteArray::number(m_starts.size()) + " 0 obj\n" + object + "\nendobj\n";
    }

    QByteArray end()
    {
        const qsizetype table = m_bytes.size();
        const QByteArray count = QByteArray::number(m_starts.size() + 1);
        m_bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
        for (const qsizetype start : std::as_const(m_starts))
            m_bytes += QByteArray::number(start).rightJustified(10, '0') + " 00000 n \n";
        return m_bytes + "trailer\n<< /Size " + count + " /Root 1 0 R /Info 2 0 R >>\nstartxref\n"
               + QByteArray::number(table) + "\n%%EOF\n";
    }

private:
    QByteArray m_bytes = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    QList<qsizetype> m_starts;
};

} // namespace

QByteArray toPdf(const QList<ReportLine> &lines, const QString &title)
{
    Pages pages;
    ReportLine::Kind before = ReportLine::Kind::Title;
    for (const ReportLine &line : lines) {
        pages.add(line, line.kind != before);
        before = line.kind;
    }
    constexpr int FirstPage = 8; // after catalogue, info, pages and four fonts
    QByteArray kids;
    const QList<QByteArray> contents = pages.contents();
    for (qsizetype page = 0; page < contents.size(); ++page)
        kids += QByteArray::number(FirstPage + 2 * page) + " 0 R ";
    PdfFile file;
    file.add("<< /Type /Catalog /Pages 3 0 R >>");
    file.add("<< /Title " + pdfString(title) + " /Producer (Pilothouse) >>");
    file.add("<< /Type /Pages /Kids [ " + kids + "] /Count " + QByteArray::number(contents.size()) + " >>");
    for (const char *font : {"Helvetica", "Helvetica-Bold", "Courier", "Courier-Bold"})
        file.add("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /" + QByteArray(font)
                 + " >>");
    for (qsizetype page = 0; page < contents.size(); ++page) {
        file.add(
            "<< /Type /Page /Parent 3 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 5 0 "
            "R /F3 6 0 R /F4 7 0 R >> >> /Contents "
            + QByteArray::number(FirstPage + 2 * page + 1) + " 0 R >>");
        file.add("<< /Length " + QByteArray::number(contents[page].size()) + " >>\nstream\n" + contents[page]
                 + "endstream");
    }
    return file.end();
}

} // namespace pilothouse
