// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchservice.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

namespace pilothouse {

Result<Measurement> measureRestore(const BenchOptions &options)
{
    const auto service = BenchService::create(options);
    if (!service)
        return failure(service.error());
    const auto backup = (*service)->run(u"backup.create"_qs, {});
    if (!backup)
        return failure(backup.error());
    const QString set = backup->outputs.value(u"publish"_qs).toObject().value(u"folder"_qs).toString();
    Measurement result{u"Restore in place, staged checks, counts and digests included"_qs, {}, {}, {}};
    QList<double> seconds;
    for (int round = 0; round < options.rounds; ++round) {
        if (auto started = (*service)->demo().start({}); !started)
            return failure(started.error());
        const auto restored = secondsOf([&] {
            return (*service)->run(u"backup.restore"_qs, {{u"backup"_qs, set}});
        });
        if (!restored)
            return failure(restored.error());
        seconds << *restored;
        if (round == 0)
            result.notes << (*service)->timings().join(u", "_qs);
    }
    result.figures = {{u"planned and restored, healthy and proven"_qs, medianOf(seconds), u"s"_qs, 30.0}};
    return result;
}

} // namespace pilothouse
