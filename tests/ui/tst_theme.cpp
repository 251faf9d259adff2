// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"
#include "ui/theme/buttonlook.h"
#include "ui/theme/colorscheme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/motion.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace pilothouse {
namespace tst_theme {
namespace {

const QString SourceDir = QStringLiteral(PILOTHOUSE_SOURCE_DIR);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList uiSources()
{
    QStringList paths;
    QDirIterator files(SourceDir + QStringLiteral("/ui"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

} // namespace

/// Holds the tokens against the contrast they promise, and the rest of the theme against its rules.
class TestTheme final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_scheme = std::make_unique<ColorScheme>(qApp->palette());
        m_theme = std::make_unique<Theme>(*qApp, *m_scheme);
    }

    void isReadableInEveryTheme_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("light") << ThemeKind::Light;
        QTest::newRow("dark") << ThemeKind::Dark;
        QTest::newRow("high contrast light") << ThemeKind::HighContrastLight;
        QTest::newRow("high contrast dark") << ThemeKind::HighContrastDark;
    }

    void isReadableInEveryTheme()
    {
        QFETCH(ThemeKind, kind);
        const Tokens &t = tokensFor(kind);
        const double least = t.isHighContrast ? 7.0 : 4.5;
        const ColorRole texts[] = {&Tokens::text,     &Tokens::text2,    &Tokens::text3,    &Tokens::okText,
                                   &Tokens::warnText, &Tokens::downText, &Tokens::infoText, &Tokens::idleText,
                                   &Tokens::prodText, &Tokens::stagText, &Tokens::devText,  &Tokens::link};
        const ColorRole grounds[] = {&Tokens::surface, &Tokens::canvas, &Tokens::rail, &Tokens::hover,
                                     &Tokens::raised};
        for (const ColorRole text : texts) {
            for (const ColorRole ground : grounds)
                QVERIFY2(contrastRatio(t.*text, t.*ground) >= least, qPrintable(said(text, ground, t)));
            // On a selected row text3 becomes text2, and no link stands there.
            if (text != &Tokens::text3 && text != &Tokens::link)
                QVERIFY2(contrastRatio(t.*text, t.sel) >= least, qPrintable(said(text, &Tokens::sel, t)));
        }
    }

    void isReadableOnItsOwnFill_data() { isReadableInEveryTheme_data(); }

    void isReadableOnItsOwnFill()
    {
        QFETCH(ThemeKind, kind);
        const Tokens &t = tokensFor(kind);
        const double least = t.isHighContrast ? 7.0 : 4.5;
        const std::pair<ColorRole, ColorRole> pairs[] = {{&Tokens::okText, &Tokens::okSoft},
                                                         {&Tokens::warnText, &Tokens::warnSoft},
                                                         {&Tokens::downText, &Tokens::downSoft},
                                                         {&Tokens::infoText, &Tokens::infoSoft},
                                                         {&Tokens::idleText, &Tokens::idleSoft},
                                                         {&Tokens::prodText, &Tokens::prodSoft},
                                                         {&Tokens::stagText, &Tokens::stagSoft},
                                                         {&Tokens::devText, &Tokens::devSoft},
                                                         {&Tokens::infoText, &Tokens::accentSoft},
                                                         {&Tokens::downText, &Tokens::lossFill},
                                                         {&Tokens::text, &Tokens::match},
                                                         {&Tokens::text, &Tokens::sunken},
                                                         {&Tokens::text2, &Tokens::sunken},
                                                         {&Tokens::accentText, &Tokens::accent},
                                                         {&Tokens::accentText, &Tokens::accentHover},
                                                         {&Tokens::accentText, &Tokens::accentPressed},
                                                         {&Tokens::inkFill, &Tokens::downFill},
                                                         {&Tokens::inkFill, &Tokens::dangerHover},
                                                         {&Tokens::inkFill, &Tokens::dangerPressed}};
        for (const auto &[text, ground] : pairs)
            QVERIFY2(contrastRatio(t.*text, t.*ground) >= least, qPrintable(said(text, ground, t)));
    }

    void showsMarksAndEdgesInEveryTheme_data() { isReadableInEveryTheme_data(); }

    void showsMarksAndEdgesInEveryTheme()
    {
        QFETCH(ThemeKind, kind);
        const Tokens &t = tokensFor(kind);
        for (const ColorRole mark :
             {&Tokens::okFill, &Tokens::warnFill, &Tokens::downFill, &Tokens::infoFill, &Tokens::idleFill,
              &Tokens::borderStrong, &Tokens::focus, &Tokens::prodLine, &Tokens::stagLine, &Tokens::devLine,
              &Tokens::c1, &Tokens::c2, &Tokens::c3, &Tokens::c4, &Tokens::stamp})
            QVERIFY2(contrastRatio(t.*mark, t.surface) >= 3.0, qPrintable(said(mark, &Tokens::surface, t)));
        QVERIFY(contrastRatio(t.inkWarn, t.warnFill) >= 3.0);
        QVERIFY(contrastRatio(t.inkFill, t.stamp) >= 3.0);
    }

    void measuresContrastAsWcagDoes()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        const Tokens &light = tokensFor(ThemeKind::Light);
        QCOMPARE(qRound(contrastRatio(light.text, light.surface) * 10), 164);
        QCOMPARE(qRound(contrastRatio(light.text3, light.sel) * 10), 44);
    }

    void givesEveryTokenAValueInEveryTheme()
    {
        for (const ThemeKind kind :
             {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrastLight, ThemeKind::HighContrastDark}) {
            for (const NamedColor &color : namedColors())
                QVERIFY2((tokensFor(kind).*color.role).isValid(), color.name.data());
        }
        QCOMPARE(sizeof(Tokens) / sizeof(QColor), static_cast<std::size_t>(namedColors().size()));
    }

    void keepsColorLiteralsInOneFile()
    {
        static const QRegularExpression literal(QStringLiteral(
            "\"#[0-9A-Fa-f]{3,8}\"|QColor\\(\\s*[0-9]|QColor\\(\\s*\"|qRgba?\\(\\s*[0-9]|0x[Ff]{2}[0-9A-Fa-f]"
            "{6}"
            "|Qt::(black|white|red|green|blue|gray|yellow|darkGray|lightGray)\\b|[^\\w&]#[0-9A-Fa-f]{6}\\b"));
        QVERIFY(literal.match(QStringLiteral("QColor(255, 0, 0)")).hasMatch());
        QVERIFY(literal.match(QStringLiteral("color: #1B5FC4;")).hasMatch());
        for (const QString &path : uiSources()) {
            if (path.endsWith(QLatin1String("theme/tokens.cpp")))
                continue;
            const QRegularExpressionMatch match = literal.match(QString::fromUtf8(contentOf(path)));
            QVERIFY2(!match.hasMatch(), qPrintable(path + QLatin1String(": ") + match.captured()));
        }
    }

    void compilesInEveryIconThatIsAskedFor()
    {
        static const QRegularExpression call(
            QStringLiteral("(?:icon|paintIcon|Icon|iconName)\\([^;]*?QStringLiteral\\(\"([a-z0-9-]+)\"\\)"));
        int found = 0;
        for (const QString &path : uiSources()) {
            QRegularExpressionMatchIterator matches = call.globalMatch(QString::fromUtf8(contentOf(path)));
            while (matches.hasNext()) {
                const QString name = matches.next().captured(1);
                QVERIFY2(hasIcon(name), qPrintable(path + QLatin1String(": ") + name));
                ++found;
            }
        }
        QVERIFY(found > 5);
        QVERIFY(!hasIcon(QStringLiteral("no-such-icon")));
    }

    void drawsIconsInTheColorOfTheThemeAndSharp()
    {
        m_theme->setChoice(ThemeChoice::Light);
        const QIcon trash = icon(QStringLiteral("stop"), &Tokens::downText);
        m_theme->setChoice(ThemeChoice::Dark);
        const QImage image = trash.pixmap(16, 16).toImage();
        bool isFound = false;
        for (int x = 0; x < image.width() && !isFound; ++x)
            isFound = image.pixelColor(x, 4).rgb() == currentTokens().downText.rgb();
        QVERIFY(isFound);
        QCOMPARE(iconPixmap(QStringLiteral("stop"), currentTokens().text, 16, 2.0).size(), QSize(32, 32));
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void statesAllRulesOfEveryButtonKind()
    {
        for (const auto &[kind, name] : buttonKinds()) {
            const QString rules = buttonRules(kind, tokensFor(ThemeKind::Light));
            for (const char *state : {"", ":hover", ":checked", ":focus", ":pressed", ":disabled"}) {
                const QString selector =
                    QStringLiteral("QPushButton[kind=\"%1\"]%2").arg(name, QLatin1String(state));
                QVERIFY2(rules.contains(selector + QLatin1Char(','))
                             || rules.contains(selector + QLatin1String(" {")),
                         qPrintable(selector));
            }
            for (int state = 0; state <= static_cast<int>(ButtonState::Checked); ++state)
                QVERIFY(buttonLook(kind, static_cast<ButtonState>(state), tokensFor(ThemeKind::Dark))
                            .label.isValid());
        }
    }

    void leavesNoTokenNameInTheStyleSheet()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::HighContrastDark})
            QVERIFY(!styleSheet(tokensFor(kind)).contains(QLatin1Char('@')));
    }

    void writesPlaceholdersInTheirOwnColor()
    {
        m_theme->setChoice(ThemeChoice::HighContrastLight);
        QLineEdit field;
        field.ensurePolished();
        QCOMPARE(field.palette().color(QPalette::PlaceholderText), currentTokens().text3);
        field.setEnabled(false);
        QCOMPARE(field.palette().color(QPalette::Disabled, QPalette::Text), currentTokens().disabled);
    }

    void standsDigitsInEqualCells()
    {
        for (const TextRole role : {TextRole::Body, TextRole::Small, TextRole::Figure, TextRole::Code}) {
            const QFont font = fontOf(role);
            QCOMPARE(tabularWidth(font, QStringLiteral("1 111")),
                     tabularWidth(font, QStringLiteral("8 048")));
            QCOMPARE(tabularWidth(font, QStringLiteral("11:11")),
                     tabularWidth(font, QStringLiteral("20:48")));
        }
    }

    void drawsWhereTheAlignmentSays()
    {
        QImage image(100, 30, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(fontOf(TextRole::Body));
        drawTabular(painter, QRectF(0, 0, 100, 30), QStringLiteral("42"), Qt::AlignRight | Qt::AlignVCenter);
        painter.end();
        int leftmost = image.width();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != QColor(Qt::white))
                    leftmost = std::min(leftmost, x);
            }
        }
        QVERIFY(leftmost > 70 && leftmost < 99);
    }

    void neverWritesSmallerThanElevenPixels()
    {
        for (int role = 0; role <= static_cast<int>(TextRole::SmallCode); ++role)
            QVERIFY(fontOf(static_cast<TextRole>(role)).pixelSize() >= 11);
    }

    void followsTheDesktop()
    {
        m_theme->setChoice(ThemeChoice::System);
        const QString group = QStringLiteral("org.freedesktop.appearance");
        QSignalSpy changed(m_scheme.get(), &ColorScheme::changed);
        m_scheme->take(group, QStringLiteral("color-scheme"), 1U);
        QCOMPARE(m_theme->kind(), ThemeKind::Dark);
        m_scheme->take(group, QStringLiteral("contrast"), 1U);
        QCOMPARE(m_theme->kind(), ThemeKind::HighContrastDark);
        m_scheme->take(group, QStringLiteral("color-scheme"), 2U);
        QCOMPARE(m_theme->kind(), ThemeKind::HighContrastLight);
        QCOMPARE(changed.count(), 3);
        m_scheme->take(group, QStringLiteral("color-scheme"), 2U);
        QCOMPARE(changed.count(), 3);
        m_scheme->take(group, QStringLiteral("contrast"), 0U);
        m_scheme->take(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"),
                       false);
        QVERIFY(m_scheme->isMotionReduced());
    }

    void judgesTheStartPaletteWithoutAPortal()
    {
        QPalette dark;
        dark.setColor(QPalette::Window, Qt::black);
        dark.setColor(QPalette::WindowText, Qt::white);
        ColorScheme scheme(dark);
        QVERIFY(scheme.isDark());
        scheme.take(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), 0U);
        QVERIFY(scheme.isDark());
    }

    void keepsStillWithoutAScreen()
    {
        QCOMPARE(currentMotion(), Motion::Still);
        QCOMPARE(arcInterval(), 0);
        setMotion(Motion::Full);
        QCOMPARE(arcInterval(), 50);
        setMotion(Motion::Reduced);
        QCOMPARE(arcInterval(), 0);
        setMotion(Motion::Still);
    }

    void switchesInOneGo()
    {
        m_theme->setChoice(ThemeChoice::Light);
        QSignalSpy changed(m_theme.get(), &Theme::changed);
        m_theme->setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
        const Tokens &dark = tokensFor(ThemeKind::Dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), dark.canvas);
        QCOMPARE(qApp->palette().color(QPalette::HighlightedText), dark.text);
        QVERIFY(qApp->styleSheet().contains(dark.accent.name()));
        m_theme->setChoice(ThemeChoice::Dark);
        QCOMPARE(changed.count(), 1);
    }

private:
    static QString said(ColorRole text, ColorRole ground, const Tokens &tokens)
    {
        QString names;
        for (const NamedColor &color : namedColors()) {
            if (color.role == text || color.role == ground)
                names += color.name + QLatin1Char(' ');
        }
        return names + QString::number(contrastRatio(tokens.*text, tokens.*ground));
    }

    std::unique_ptr<ColorScheme> m_scheme;
    std::unique_ptr<Theme> m_theme;
};

} // namespace tst_theme
} // namespace pilothouse

QTEST_MAIN(pilothouse::tst_theme::TestTheme)
#include "tst_theme.moc"
