// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/makelogreader.h"

#include "core/logs/filelogreader.h"
#include "core/logs/streamlogreader.h"

namespace pilothouse {

Result<std::unique_ptr<LogReader>> makeLogReader(const LogSource &source, std::shared_ptr<LogStream> stream,
                                                 const LogReadOptions &options)
{
    Result<LogParser> parser = LogParser::compile(source.format);
    if (!parser)
        return tl::unexpected(withSubject(parser.error(), source.title));
    if (!source.isStream())
        return std::make_unique<FileLogReader>(source, *parser, options);
    if (stream)
        return std::make_unique<StreamLogReader>(source, std::move(*parser), std::move(stream), options);
    return failure(ErrorKind::BadInput, noStreamText(source));
}

QString noStreamText(const LogSource &source)
{
    return QCoreApplication::translate("LogReader",
                                       "%1 is a log that an engine keeps, but none runs this instance.")
        .arg(source.title);
}

} // namespace pilothouse
