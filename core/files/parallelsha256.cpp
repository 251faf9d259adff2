// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/parallelsha256.h"

namespace pilothouse {

namespace {
constexpr std::size_t PieceBytes = 1 << 20; // of which starting a thread is a hundredth of the work
}

ParallelSha256::ParallelSha256() = default;

ParallelSha256::~ParallelSha256()
{
    wait();
}

void ParallelSha256::add(const char *data, qsizetype bytes)
{
    m_filling.insert(m_filling.end(), data, data + bytes);
    if (m_filling.size() >= PieceBytes)
        flush();
}

Result<QByteArray> ParallelSha256::result()
{
    wait();
    m_hash.add(m_filling.data(), static_cast<qint64>(m_filling.size()));
    m_filling.clear();
    return m_hash.result();
}

void ParallelSha256::wait()
{
    if (m_running.valid())
        m_running.get();
}

void ParallelSha256::flush()
{
    wait();
    std::swap(m_filling, m_hashing);
    m_filling.clear();
    m_running = std::async(std::launch::async,
                           [this] { m_hash.add(m_hashing.data(), static_cast<qint64>(m_hashing.size())); });
}

} // namespace pilothouse
