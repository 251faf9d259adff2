// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/palettecontroller.h"

#include "core/base/shownzone.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "ui/models/foreigntext.h"
#include "ui/models/manual.h"
#include "ui/models/shortcutlist.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

using EntryKind = PaletteEntry::Kind;

constexpr qsizetype MostOfAGroup = 6;
constexpr qsizetype MostRemembered = 40;

/// Arrays as they are, or the rows of an object.
QJsonArray rowsOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : value.toObject().value(QLatin1String("rows")).toArray();
}

QList<PaletteEntry> usersFrom(const QJsonValue &value, const QString &instance)
{
    QList<PaletteEntry> users;
    for (const QJsonValue &row : rowsOf(value)) {
        const QJsonObject user = row.toObject();
        PaletteEntry entry{EntryKind::User, user.value(QLatin1String("key")).toString(), instance,
                           visibleLine(user.value(QLatin1String("label")).toString())};
        entry.words = visibleLine(user.value(QLatin1String("detail")).toString());
        entry.note = entry.words;
        entry.iconName = QStringLiteral("person-fill");
        users << entry;
    }
    return users;
}

QList<PaletteEntry> backupsFrom(const QJsonValue &value, const QString &instance)
{
    QList<PaletteEntry> backups;
    for (const QJsonValue &row : rowsOf(value)) {
        const QJsonObject backup = row.toObject();
        const QDateTime at =
            QDateTime::fromString(backup.value(QLatin1String("takenAt")).toString(), Qt::ISODate);
        PaletteEntry entry{EntryKind::Backup, backup.value(QLatin1String("id")).toString(), instance,
                           PaletteController::tr("Backup of %1")
                               .arg(QLocale().toString(shownTime(at), QLocale::ShortFormat))};
        entry.words = at.toString(Qt::ISODate);
        entry.note = visibleLine(backup.value(QLatin1String("stamp")).toString());
        entry.iconName = QStringLiteral("box-seam");
        backups << entry;
    }
    return backups;
}

QString keyOfAction(const QString &action)
{
    return action == QLatin1String("backup.create") ? QStringLiteral("backup") : QString();
}

bool isAsking(const Action &action)
{
    return action.severity != Severity::Reversible
           || std::any_of(action.parameters.begin(), action.parameters.end(),
                          [](const Parameter &parameter) { return parameter.isRequired; });
}

} // namespace

PaletteController::PaletteController(PaletteServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_usersRead(m_services.runner, this)
    , m_backupsRead(m_services.runner, this)
{
}

void PaletteController::begin(const QString &instance)
{
    if (m_manual.isEmpty())
        m_manual = manualPlaces();
    m_instance = instance;
    m_users.reset();
    m_userHits.clear();
    m_backups.clear();
    m_typed.clear();
    if (const SessionPointer session = m_services.fleet.session(instance))
        readBackups(session);
    arrange();
}

void PaletteController::readBackups(const SessionPointer &session)
{
    const QueryEntry *query = m_services.catalogue.query(QStringLiteral("backup.list"));
    if (!query)
        return;
    m_backupsRead.start(
        tr("Reading the backups"),
        [session, run = query->run](const OperationContext &context) {
            return run(*session, {}, context).map([&session](const QJsonValue &value) {
                return backupsFrom(value, session->instance().name);
            });
        },
        [this](const Result<QList<PaletteEntry>> &backups) {
            m_backups = backups.value_or(QList<PaletteEntry>());
            arrange();
        });
}

void PaletteController::setTyped(const QString &typed)
{
    if (m_typed == typed)
        return;
    m_typed = typed;
    findUsers();
    arrange();
}

void PaletteController::findUsers()
{
    struct Found
    {
        Users users;
        QList<PaletteHit> hits;
    };
    const SessionPointer session = m_services.fleet.session(m_instance);
    const QueryEntry *query = m_services.catalogue.query(QStringLiteral("users.list"));
    if (!session || !query || m_typed.trimmed().isEmpty()) {
        m_usersRead.cancel();
        m_userHits.clear();
        return;
    }
    m_usersRead.start(
        tr("Looking through the users"),
        [session, run = query->run, known = m_users, typed = m_typed,
         recent = m_recent](const OperationContext &context) -> Result<Found> {
            Found found{known, {}};
            if (!found.users) {
                const auto read = run(*session, {}, context);
                if (!read)
                    return tl::unexpected(read.error());
                found.users =
                    std::make_shared<const QList<PaletteEntry>>(usersFrom(*read, session->instance().name));
            }
            found.hits = paletteHits(typed, *found.users, recent, MostOfAGroup);
            return found;
        },
        [this](const Result<Found> &found) {
            m_users = found ? found->users : nullptr;
            m_userHits = found ? found->hits : QList<PaletteHit>();
            arrange();
        });
}

QList<PaletteEntry> PaletteController::actionsOf(const QString &instance, bool isOther) const
{
    QList<PaletteEntry> entries;
    for (const Action *action : m_services.catalogue.actions()) {
        // Without a kind it says nothing: the page of records has what it stands for.
        if (action->id == QLatin1String("entities.run"))
            continue;
        // Only what is about the instance as a whole is offered for one that is not in front.
        if (isOther && !action->id.startsWith(QLatin1String("service."))
            && action->id != QLatin1String("backup.create"))
            continue;
        QString title = action->title;
        if (isOther)
            title = QStringLiteral("%1 – %2").arg(title, visibleLine(instance));
        if (isAsking(*action) && !title.endsWith(u'…'))
            title += u'…';
        PaletteEntry entry{EntryKind::Action, action->id, instance, title};
        entry.iconName = action->icon;
        entry.severity = action->severity;
        const QString key = keyOfAction(action->id);
        entry.keys = isOther || key.isEmpty() ? QString() : m_services.shortcuts.keyText(key);
        entry.words = action->id;
        entries << entry;
    }
    return entries;
}

QList<PaletteEntry> PaletteController::placesToGo() const
{
    QList<PaletteEntry> entries;
    for (qsizetype at = 0; at < m_services.pages.size() && !m_instance.isEmpty(); ++at) {
        const PalettePage &page = m_services.pages.at(at);
        PaletteEntry entry{EntryKind::Page, page.id, m_instance, page.title};
        entry.iconName = QStringLiteral("window");
        entry.keys = m_services.shortcuts.keyText(QStringLiteral("tab.%1").arg(at + 1));
        entries << entry;
    }
    const QList<RailItem> &items = m_services.fleet.railModel().items();
    for (qsizetype at = 0; at < items.size(); ++at) {
        PaletteEntry entry{EntryKind::Instance, items.at(at).name, items.at(at).name,
                           visibleLine(items.at(at).name)};
        entry.words = tr("instance") + u' ' + items.at(at).profile;
        entry.iconName = QStringLiteral("hdd-network");
        entry.note = items.at(at).reason;
        entry.keys = m_services.shortcuts.keyText(QStringLiteral("instance.%1").arg(at + 1));
        entries << entry;
    }
    return entries + windowEntries();
}

QList<PaletteEntry> PaletteController::windowEntries() const
{
    const auto entry = [this](const char *id, const QString &title, const char *iconName) {
        PaletteEntry made{EntryKind::Window, QLatin1String(id), {}, title};
        made.iconName = QLatin1String(iconName);
        made.keys = m_services.shortcuts.keyText(made.target);
        return made;
    };
    QList<PaletteEntry> entries{
        entry("add-instance", tr("Add instance…"), "plus-lg"),
        entry("keyboard", tr("Keyboard: see and change the keys"), "keyboard"),
        entry("dock", tr("Operations"), "list"), entry("refresh", tr("Read again"), "arrow-repeat"),
        entry("times",
              shownZone() == ShownZone::Utc ? tr("Show times in local time") : tr("Show times in UTC"),
              "clock-history")};
    if (!m_instance.isEmpty())
        entries << entry("troubleshoot", tr("Troubleshooter…"), "heart-pulse")
                << entry("probe", tr("Check what is there…"), "clipboard-check");
    return entries;
}

QList<PaletteEntry> PaletteController::runbookPlaces() const
{
    const SessionPointer session = m_services.fleet.session(m_instance);
    QList<PaletteEntry> entries;
    if (!session)
        return entries;
    for (const ProfileRunbookItem &item : session->profile().runbook) {
        // Items of one heading that lead to one page are one line.
        const auto same = std::find_if(entries.begin(), entries.end(), [&item](const PaletteEntry &entry) {
            return entry.title == item.heading && entry.target.section(u'/', 1) == item.page;
        });
        if (same != entries.end()) {
            same->words += u' ' + item.item + u' ' + item.words;
            continue;
        }
        PaletteEntry entry{EntryKind::Runbook, item.item + u'/' + item.page, m_instance, item.heading};
        entry.words = item.item + u' ' + item.words;
        entry.iconName = QStringLiteral("journal-text");
        const auto page = std::find_if(m_services.pages.begin(), m_services.pages.end(),
                                       [&item](const PalettePage &known) { return known.id == item.page; });
        entry.note = page == m_services.pages.end() ? QString() : page->title;
        entries << entry;
    }
    return entries;
}

QList<PaletteEntry> PaletteController::manualPlaces() const
{
    QList<PaletteEntry> entries;
    for (const ManualSection &section : manualSections()) {
        for (const QString &line : manualText(section.id).split(u'\n')) {
            const qsizetype level = line.indexOf(u' ');
            if (level < 1 || level > 2 || line.left(level) != QString(level, u'#'))
                continue;
            const QString heading = line.mid(level + 1);
            const QString place = level == 1 ? section.id : section.id + u'#' + headingAnchor(heading);
            PaletteEntry entry{EntryKind::Manual, place, {}, tr("Manual: %1").arg(heading)};
            entry.words = section.title;
            entry.iconName = QStringLiteral("question-circle");
            entries << entry;
        }
    }
    return entries;
}

void PaletteController::arrange()
{
    m_groups.clear();
    const bool isAnything = !m_typed.trimmed().isEmpty();
    const auto add = [this](const QString &title, const QList<PaletteHit> &hits) {
        if (!hits.isEmpty())
            m_groups << PaletteGroup{title, hits};
    };
    const auto hits = [this](const QList<PaletteEntry> &entries, qsizetype most = MostOfAGroup) {
        return paletteHits(m_typed, entries, m_recent, most);
    };
    if (!m_instance.isEmpty())
        add(tr("On %1").arg(visibleLine(m_instance)), hits(actionsOf(m_instance, false)));
    add(tr("Go to"), hits(placesToGo(), isAnything ? MostOfAGroup : 2 * MostOfAGroup));
    if (isAnything) {
        QList<PaletteEntry> others;
        for (const QString &name : m_services.fleet.names()) {
            if (name != m_instance)
                others << actionsOf(name, true);
        }
        add(tr("On other instances"), hits(others));
        add(tr("Runbook"), hits(runbookPlaces()));
        add(tr("Users"), m_userHits);
        add(tr("Backups"), hits(m_backups));
        add(tr("Manual"), hits(m_manual));
        std::stable_sort(m_groups.begin(), m_groups.end(), [](const PaletteGroup &a, const PaletteGroup &b) {
            return a.hits.first().score > b.hits.first().score;
        });
    }
    emit changed();
}

void PaletteController::noteUsed(const PaletteEntry &entry)
{
    m_recent.removeAll(entry.id());
    m_recent.prepend(entry.id());
    while (m_recent.size() > MostRemembered)
        m_recent.removeLast();
}

} // namespace pilothouse
