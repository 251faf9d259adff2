// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/pcrepattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <array>
#include <cstring>
#include <pcre2.h>

namespace pilothouse {

namespace {

/// So many steps are taken on a line before it is given up; some milliseconds.
constexpr uint32_t StepsOfLine = 1'000'000;
constexpr size_t StackAtFirst = 32 << 10;
constexpr size_t StackAtMost = 16 << 20;
constexpr qsizetype WindowBytes = 16 << 20;
constexpr qsizetype WindowOverlap = 1 << 20;

struct FreeMatchData
{
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_jit_stack *stack) const { pcre2_jit_stack_free(stack); }
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
};

class PcreMatcher final : public LineMatcher
{
public:
    explicit PcreMatcher(std::shared_ptr<const pcre2_code> code)
        : m_code(std::move(code))
        , m_data(pcre2_match_data_create(1, nullptr))
        , m_stack(pcre2_jit_stack_create(StackAtFirst, StackAtMost, nullptr))
        , m_limits(pcre2_match_context_create(nullptr))
    {
        pcre2_jit_stack_assign(m_limits.get(), nullptr, m_stack.get());
        pcre2_set_match_limit(m_limits.get(), StepsOfLine);
    }

    void find(QByteArrayView block, std::vector<qsizetype> &starts, const OperationContext &context) override
    {
        for (qsizetype at = 0; at < block.size() && !context.isCancelled();) {
            const void *found = std::memchr(block.data() + at, '\n', static_cast<size_t>(block.size() - at));
            const qsizetype end = found ? static_cast<const char *>(found) - block.data() : block.size();
            if (matches(block.sliced(at, end - at), 0))
                starts.push_back(at);
            at = end + 1;
        }
    }

    void beginLongLine() override
    {
        m_window.clear();
        m_isFound = false;
        m_isFirst = true;
    }
    void addLongLine(QByteArrayView piece) override
    {
        if (m_isFound)
            return;
        m_window.append(piece.data(), piece.size());
        if (m_window.size() < WindowBytes)
            return;
        m_isFound = matches(m_window, PCRE2_NOTEOL | (m_isFirst ? 0U : PCRE2_NOTBOL));
        m_window = m_window.right(WindowOverlap);
        m_isFirst = false;
    }
    bool endLongLine() override
    {
        m_isFound = m_isFound || matches(m_window, m_isFirst ? 0U : PCRE2_NOTBOL);
        m_window = QByteArray();
        return m_isFound;
    }

private:
    bool matches(QByteArrayView line, uint32_t options)
    {
        const int result =
            pcre2_match(m_code.get(), reinterpret_cast<PCRE2_SPTR>(line.data()),
                        static_cast<size_t>(line.size()), 0, options, m_data.get(), m_limits.get());
        if (result < PCRE2_ERROR_PARTIAL)
            ++m_givenUp;
        return result >= 0;
    }

    std::shared_ptr<const pcre2_code> m_code;
    std::unique_ptr<pcre2_match_data, FreeMatchData> m_data;
    std::unique_ptr<pcre2_jit_stack, FreeMatchData> m_stack;
    std::unique_ptr<pcre2_match_context, FreeMatchData> m_limits;
    QByteArray m_window;
    bool m_isFound = false;
    bool m_isFirst = true;
};

} // namespace

QByteArray escapedPattern(const QByteArray &text)
{
    QByteArray escaped;
    for (const char byte : text) {
        if (std::strchr("\\^$.[]|()?*+{}-#/ ", byte) && byte != '\0')
            escaped += '\\';
        if (byte == '\0')
            escaped += "\\x00";
        else
            escaped += byte;
    }
    return escaped;
}

Result<std::shared_ptr<const LinePattern>> PcrePattern::compile(const PatternText &pattern)
{
    uint32_t options = PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY;
    if (!pattern.isCaseSensitive)
        options |= PCRE2_CASELESS;
    if (pattern.isUnicode)
        options |= PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    int error = 0;
    size_t place = 0;
    const std::shared_ptr<pcre2_code> code(
        pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.text.constData()),
                      static_cast<size_t>(pattern.text.size()), options, &error, &place, nullptr),
        [](pcre2_code *owned) { pcre2_code_free(owned); });
    if (!code) {
        std::array<PCRE2_UCHAR, 256> message{};
        pcre2_get_error_message(error, message.data(), message.size());
        return failure(
            ErrorKind::BadInput,
            tr("This is not a regular expression: %1, at character %2.")
                .arg(QString::fromUtf8(reinterpret_cast<const char *>(message.data())))
                .arg(QString::fromUtf8(pattern.text.first(static_cast<qsizetype>(place))).size() + 1));
    }
    pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE); // where it cannot, the interpreter takes over
    return std::make_shared<PcrePattern>(code);
}

PcrePattern::PcrePattern(std::shared_ptr<const pcre2_real_code_8> code)
    : m_code(std::move(code))
{
}

std::unique_ptr<LineMatcher> PcrePattern::makeMatcher() const
{
    return std::make_unique<PcreMatcher>(m_code);
}

} // namespace pilothouse
