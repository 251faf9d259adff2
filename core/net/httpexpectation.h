// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpclient.h"

#include <QJsonObject>

namespace pilothouse {

/// What a healthy endpoint answers: a 200 with the right words in it, not just any 200.
struct HttpExpectation
{
    int status = 200;
    QString contentType; ///< must start with this; empty: any
    QJsonObject json;    ///< members that the answer must have, with these values; empty: any body

    bool operator==(const HttpExpectation &) const = default;
};

/// BadData says what was expected and what came.
[[nodiscard]] Result<> check(const HttpExpectation &expectation, const HttpResponse &response);

} // namespace pilothouse
