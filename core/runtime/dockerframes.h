// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <array>
#include <functional>

namespace pilothouse {

enum class DockerStream { Input, Output, Error, SystemError };

/// Splits what the engine sends of a container without a terminal: frames of an 8-byte head and a payload,
/// cut anywhere. Holds at most a head; payloads pass through in the pieces they came in.
class DockerFrameDecoder
{
public:
    using Take = std::function<bool(DockerStream stream, const QByteArray &bytes)>;

    /// False where `take` wants no more. BadData where the bytes are no frames.
    [[nodiscard]] Result<bool> feed(const QByteArray &piece, const Take &take);
    /// Whether the last frame was complete; at the end of a stream anything else is a cut.
    bool isBetweenFrames() const { return m_headBytes == 0 && m_left == 0; }
    /// While a piece is handed over: it is the first of its frame.
    bool isFrameBegin() const { return m_isFrameBegin; }

private:
    [[nodiscard]] Result<> openFrame();

    std::array<char, 8> m_head{};
    qsizetype m_headBytes = 0;
    qsizetype m_left = 0;
    bool m_isFrameBegin = false;
    DockerStream m_stream = DockerStream::Output;
};

} // namespace pilothouse
