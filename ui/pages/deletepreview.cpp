// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/deletepreview.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/userspage.h"

namespace pilothouse {

namespace {

QString amountOf(const OwnedCount &count)
{
    if (count.database.isEmpty())
        return QStringLiteral("%1, %2").arg(
            UsersPage::tr("%n file(s)", nullptr, static_cast<int>(count.rows)), formatBytes(count.bytes));
    return UsersPage::tr("%n row(s)", nullptr, static_cast<int>(count.rows));
}

} // namespace

DeletePreview previewOf(const UsersController &controller)
{
    DeletePreview preview;
    const ProfileEntity *entity = controller.entity();
    const Readable<QList<OwnedCount>> &owned = controller.owned();
    if (!entity)
        return preview;
    preview.lines << DeleteLine{controller.databaseFile(), entity->table,
                                UsersPage::tr("%n row(s)", nullptr, 1), false, false};
    if (owned.error) {
        preview.state = DeletePreview::State::Failed;
        preview.sentence = UsersPage::tr("What belongs to the account cannot be read: %1")
                               .arg(visibleText(owned.error->message));
        return preview;
    }
    if (!owned.hasValue)
        return preview;
    preview.state = DeletePreview::State::Known;
    for (const OwnedCount &count : owned.value) {
        const auto reference = controller.session()->database(count.database);
        preview.lines << DeleteLine{reference ? reference->fileName : UsersPage::tr("disk"),
                                    visibleLine(count.title), amountOf(count), true, count.rows == 0};
    }
    return preview;
}

} // namespace pilothouse
