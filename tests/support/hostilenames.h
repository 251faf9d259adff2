// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace pilothouse {

/// Names as a hostile person would choose them, as bytes: some are no valid UTF-8, one holds a NUL.
inline QByteArrayList hostileNames()
{
    return {"Robert'); DROP TABLE users;--",
            "\" OR 1=1 --",
            "' OR ''='",
            "a\nb",
            "a\tb",
            "a\rb",
            "a\r\nb",
            "\x1b[31mred",
            "\x1b]0;title\x07",
            "\xc2\x9b"
            "31mred",
            "a\bb\x7f",
            "../../etc/passwd",
            "/etc/passwd",
            "..",
            ".",
            "~root",
            "-rf",
            "--help",
            "--yes",
            "$(touch pilothouse-was-here)",
            "`touch pilothouse-was-here`",
            "; touch pilothouse-was-here",
            "| touch pilothouse-was-here",
            "&& touch pilothouse-was-here",
            "%s%n%x",
            "%1 %2 %99",
            "{output:rows.rows}",
            ":containerId",
            "?1",
            "<img src=/etc/hostname>",
            "<b>bold</b>",
            "&amp;",
            "=1+1",
            "+1+1",
            "@SUM(A1:A9)",
            "=cmd|' /C calc'!A0",
            "\xe2\x80\xae"
            "evil",
            "a\xe2\x81\xa6"
            "b",
            "a\xe2\x80\x8b"
            "b",
            "\xef\xbb\xbf"
            "bom",
            "e\xcc\x81",
            QByteArray("Z") + QByteArray("\xcc\xb4").repeated(60),
            "\xf0\x9f\x98\x80",
            "\xf3\xa0\x81\x81"
            "tag",
            "\xed\xa0\x80 half of a pair",
            "\xff\xfe no UTF-8",
            "null",
            "0",
            "1e309",
            "   ",
            QByteArray("a\0b", 3),
            "\\",
            "%",
            "*",
            "[a-z]",
            QByteArray(5000, 'x')};
}

/// Whether a terminal could be led astray by it: controls, invisible characters, directions of writing.
inline bool harmsTerminal(const QByteArray &told)
{
    for (const char one : told)
        if ((static_cast<uchar>(one) < 0x20 && one != '\n' && one != '\t') || one == 0x7f)
            return true;
    for (const char *bad :
         {"\xc2\x9b", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x80\x8b", "\xef\xbb\xbf", "\xf3\xa0\x81\x81"})
        if (told.contains(bad))
            return true;
    return false;
}

} // namespace pilothouse
