// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profiletexts.h"

namespace pilothouse {

namespace {

template <typename Visit>
void visitEntities(ServiceProfile &profile, const Visit &visit)
{
    for (ProfileEntity &entity : profile.entities) {
        visit(entity.title);
        visit(entity.plural);
        for (ProfileColumn &column : entity.columns)
            visit(column.title);
        for (ProfileOwned &owned : entity.owns)
            visit(owned.title);
        for (QString &note : entity.notes)
            visit(note);
    }
}

/// All but the names of what is counted, which are keys.
template <typename Visit>
void visitTexts(ServiceProfile &profile, const Visit &visit)
{
    visit(profile.runbookTitle);
    for (ProfileRunbookItem &item : profile.runbook)
        visit(item.heading);
    for (ProfileDatabase &database : profile.databases) {
        visit(database.title);
        for (ProfileLayout &layout : database.layouts)
            visit(layout.title);
    }
    for (ProfileFiles &files : profile.files)
        visit(files.title);
    for (ProfileLogSource &source : profile.logs) {
        if (source.title != source.path.section(u'/', -1))
            visit(source.title);
    }
    for (ProfileLogFormat &format : profile.logFormats) {
        for (ProfileLogQuestion &question : format.questions)
            visit(question.title);
    }
    for (ProfileVariable &variable : profile.environment)
        visit(variable.text);
    for (ProfileLimits &limits : profile.limits)
        visit(limits.title);
    for (ProfileTrouble &trouble : profile.troubles)
        visit(trouble.title);
    visitEntities(profile, visit);
}

} // namespace

QStringList shownTexts(const ServiceProfile &profile)
{
    ServiceProfile visited = profile;
    QStringList texts;
    visitTexts(visited, [&texts](const QString &text) { texts << text; });
    for (const ProfileDatabase &database : profile.databases) {
        for (const ProfileLayout &layout : database.layouts)
            texts << layout.counts.keys();
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

void translateProfile(ServiceProfile &profile, const QString &language)
{
    for (const ProfileTranslation &one : std::as_const(profile.translations)) {
        const bool isWhole = one.language == language;
        if (isWhole || (profile.translation.isEmpty() && one.language == language.section(u'_', 0, 0)))
            profile.translation = one.texts;
    }
    if (profile.translation.isEmpty())
        return;
    for (ProfileRunbookItem &item : profile.runbook)
        item.words = QString(item.words + u' ' + item.heading).trimmed();
    visitTexts(profile, [&profile](QString &text) { text = profile.shown(text); });
}

} // namespace pilothouse
