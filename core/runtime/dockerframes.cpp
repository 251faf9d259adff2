// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerframes.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace pilothouse {

Result<> DockerFrameDecoder::openFrame()
{
    const int kind = static_cast<uchar>(m_head[0]);
    if (kind > 3 || m_head[1] != 0 || m_head[2] != 0 || m_head[3] != 0)
        return failure(ErrorKind::BadData,
                       QCoreApplication::translate("DockerEngine", "The engine's log stream is damaged."));
    m_stream = static_cast<DockerStream>(kind);
    m_left = static_cast<qsizetype>(qFromBigEndian<quint32>(m_head.data() + 4));
    m_headBytes = 0;
    m_isFrameBegin = true;
    return {};
}

Result<bool> DockerFrameDecoder::feed(const QByteArray &piece, const Take &take)
{
    qsizetype at = 0;
    while (at < piece.size()) {
        if (m_left == 0) {
            const auto wanted = static_cast<qsizetype>(m_head.size()) - m_headBytes;
            const qsizetype count = std::min(wanted, piece.size() - at);
            std::copy_n(piece.constData() + at, count, m_head.data() + m_headBytes);
            m_headBytes += count;
            at += count;
            if (count < wanted)
                continue;
            if (auto opened = openFrame(); !opened)
                return failure(opened.error());
            continue;
        }
        const qsizetype count = std::min(m_left, piece.size() - at);
        if (!take(m_stream, piece.mid(at, count)))
            return false;
        m_isFrameBegin = false;
        at += count;
        m_left -= count;
    }
    return true;
}

} // namespace pilothouse
