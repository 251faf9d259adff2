// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/hyperscanpattern.h"

#include <cstdlib>
#include <cstring>
#include <hs/hs.h>

namespace pilothouse {

namespace {

/// How an expression behaves in a block of many lines, where it has to act as in each line alone.
enum class LineManner {
    Inside, ///< no part of it takes a line feed
    Across, ///< it may reach over a line's end, so what is found is tried on the line alone
    Alone   ///< what it finds in a block says nothing about its lines
};

LineManner mannerOfEscape(char escaped)
{
    if (std::strchr("dwbS", escaped) || std::ispunct(static_cast<uchar>(escaped)))
        return LineManner::Inside;
    return std::strchr("AzZGKQEC", escaped) || std::isdigit(static_cast<uchar>(escaped)) ? LineManner::Alone
                                                                                         : LineManner::Across;
}

LineManner mannerOf(const QByteArray &pattern)
{
    LineManner manner = LineManner::Inside;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const char next = i + 1 < pattern.size() ? pattern.at(i + 1) : '\0';
        LineManner one = LineManner::Inside;
        if (pattern.at(i) == '\\') {
            one = mannerOfEscape(next);
            ++i;
        } else if (pattern.at(i) == '(' && (next == '?' || next == '*')) {
            one = pattern.sliced(i).startsWith("(?:") ? LineManner::Inside : LineManner::Alone;
        } else if ((pattern.at(i) == '[' && (next == '^' || next == ':'))
                   || static_cast<uchar>(pattern.at(i)) < 0x20) {
            one = LineManner::Across;
        }
        manner = std::max(manner, one);
    }
    return manner;
}

struct FreeHyperscan
{
    void operator()(hs_database_t *database) const { hs_free_database(database); }
    void operator()(hs_scratch_t *scratch) const { hs_free_scratch(scratch); }
};
using Database = std::unique_ptr<hs_database_t, FreeHyperscan>;
using Scratch = std::unique_ptr<hs_scratch_t, FreeHyperscan>;

Database compiled(const QByteArray &pattern, unsigned flags, unsigned mode)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile(pattern.constData(), flags, mode, nullptr, &database, &error) != HS_SUCCESS)
        hs_free_compile_error(error);
    return Database(database);
}

/// What all threads share.
struct HyperscanDatabases
{
    Database block;  ///< for many lines
    Database stream; ///< for one line in pieces
    Scratch scratch; ///< to be cloned; fits both
    bool crossesLines = false;
};

int stopAtFirst(unsigned, unsigned long long, unsigned long long, unsigned, void *found)
{
    *static_cast<bool *>(found) = true;
    return 1;
}

class HyperscanMatcher final : public LineMatcher
{
public:
    explicit HyperscanMatcher(std::shared_ptr<const HyperscanDatabases> databases)
        : m_databases(std::move(databases))
        , m_scratch(clone(*m_databases))
        , m_lineScratch(m_databases->crossesLines ? clone(*m_databases) : nullptr)
    {
    }
    ~HyperscanMatcher() override { closeStream(); }
    Q_DISABLE_COPY_MOVE(HyperscanMatcher)

    void find(QByteArrayView block, std::vector<qsizetype> &starts, const OperationContext &) override
    {
        m_block = block;
        m_starts = &starts;
        m_done = 0;
        hs_scan(m_databases->block.get(), block.data(), static_cast<unsigned>(block.size()), 0,
                m_scratch.get(), onMatch, this);
    }

    void beginLongLine() override
    {
        m_isFound = false;
        closeStream();
        hs_open_stream(m_databases->stream.get(), 0, &m_stream);
    }
    void addLongLine(QByteArrayView piece) override
    {
        if (!m_isFound && m_stream)
            hs_scan_stream(m_stream, piece.data(), static_cast<unsigned>(piece.size()), 0, m_scratch.get(),
                           stopAtFirst, &m_isFound);
    }
    bool endLongLine() override
    {
        closeStream();
        return m_isFound;
    }

private:
    static hs_scratch_t *clone(const HyperscanDatabases &databases)
    {
        hs_scratch_t *scratch = nullptr;
        hs_clone_scratch(databases.scratch.get(), &scratch);
        return scratch;
    }
    void closeStream()
    {
        if (m_stream)
            hs_close_stream(m_stream, m_scratch.get(), m_isFound ? nullptr : stopAtFirst, &m_isFound);
        m_stream = nullptr;
    }

    static int onMatch(unsigned, unsigned long long, unsigned long long end, unsigned, void *self)
    {
        return static_cast<HyperscanMatcher *>(self)->take(static_cast<qsizetype>(end));
    }
    /// A match that ends at `end`. Ends come in order; a line is looked at once.
    int take(qsizetype end)
    {
        if (end <= m_done)
            return 0;
        const void *before = ::memrchr(m_block.data(), '\n', static_cast<size_t>(end - 1));
        const qsizetype start = before ? static_cast<const char *>(before) + 1 - m_block.data() : 0;
        const void *after =
            std::memchr(m_block.data() + end - 1, '\n', static_cast<size_t>(m_block.size() - end + 1));
        const qsizetype lineEnd = after ? static_cast<const char *>(after) - m_block.data() : m_block.size();
        if (!m_lineScratch || matchesAlone(start, lineEnd))
            m_starts->push_back(start);
        m_done = lineEnd + 1;
        return 0;
    }
    bool matchesAlone(qsizetype start, qsizetype end)
    {
        bool isFound = false;
        hs_scan(m_databases->block.get(), m_block.data() + start, static_cast<unsigned>(end - start), 0,
                m_lineScratch.get(), stopAtFirst, &isFound);
        return isFound;
    }

    std::shared_ptr<const HyperscanDatabases> m_databases;
    Scratch m_scratch;
    Scratch m_lineScratch;
    QByteArrayView m_block;
    std::vector<qsizetype> *m_starts = nullptr;
    qsizetype m_done = 0; ///< no match that ends up to here is of interest
    hs_stream_t *m_stream = nullptr;
    bool m_isFound = false;
};

class HyperscanPattern final : public LinePattern
{
public:
    explicit HyperscanPattern(std::shared_ptr<const HyperscanDatabases> databases)
        : m_databases(std::move(databases))
    {
    }
    std::unique_ptr<LineMatcher> makeMatcher() const override
    {
        return std::make_unique<HyperscanMatcher>(m_databases);
    }
    QString engine() const override { return QStringLiteral("hyperscan"); }

private:
    std::shared_ptr<const HyperscanDatabases> m_databases;
};

/// Vectorscan 5.4.9, which stands in for Hyperscan on some systems under the same name, misses matches of
/// such an expression in lines of more than a hundred bytes. A library that does is not used.
bool isSound()
{
    const Database database = compiled("e[^x]*x", HS_FLAG_MULTILINE, HS_MODE_BLOCK);
    hs_scratch_t *made = nullptr;
    if (!database || hs_alloc_scratch(database.get(), &made) != HS_SUCCESS)
        return false;
    const Scratch scratch(made);
    for (int length = 0; length < 200; ++length) {
        const QByteArray line = QByteArray(30, 'a') + 'e' + QByteArray(length, 'a') + "x=0";
        bool isFound = false;
        hs_scan(database.get(), line.constData(), static_cast<unsigned>(line.size()), 0, scratch.get(),
                stopAtFirst, &isFound);
        if (!isFound)
            return false;
    }
    return true;
}

/// An empty match says nothing about the line that it is reported in.
bool canBeEmpty(const QByteArray &pattern, unsigned flags)
{
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_expression_info(pattern.constData(), flags, &info, &error) != HS_SUCCESS) {
        hs_free_compile_error(error);
        return true;
    }
    const bool isEmpty = info->min_width == 0;
    std::free(info);
    return isEmpty;
}

} // namespace

std::shared_ptr<const LinePattern> makeHyperscanPattern(const PatternText &pattern)
{
    const LineManner manner = mannerOf(pattern.text);
    static const bool IsUsable = hs_valid_platform() == HS_SUCCESS && isSound();
    const unsigned flags = pattern.isCaseSensitive ? 0 : HS_FLAG_CASELESS;
    if (!IsUsable || pattern.isUnicode || manner == LineManner::Alone || pattern.text.contains('\0')
        || canBeEmpty(pattern.text, flags | HS_FLAG_MULTILINE))
        return nullptr;
    auto databases = std::make_shared<HyperscanDatabases>();
    databases->block = compiled(pattern.text, flags | HS_FLAG_MULTILINE, HS_MODE_BLOCK);
    databases->stream = compiled(pattern.text, flags | HS_FLAG_DOTALL, HS_MODE_STREAM);
    databases->crossesLines = manner == LineManner::Across;
    if (!databases->block || !databases->stream)
        return nullptr;
    hs_scratch_t *scratch = nullptr;
    const bool isReady = hs_alloc_scratch(databases->block.get(), &scratch) == HS_SUCCESS
                         && hs_alloc_scratch(databases->stream.get(), &scratch) == HS_SUCCESS;
    databases->scratch.reset(scratch);
    return isReady ? std::make_shared<HyperscanPattern>(std::move(databases)) : nullptr;
}

} // namespace pilothouse
