// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace pilothouse;

namespace tst_unitynames {

namespace {

/// Names as they would clash: "Padding", "struct Row", "textOf(const QJsonObject&,const char*)".
using Names = QSet<QString>;

/// With a 0 for each comment, directive and text.
QString bare(QString source)
{
    static const QRegularExpression Noise(
        QStringLiteral(
            "R\"(\\w*)\\([\\s\\S]*?\\)\\1\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|(?<!\\d)'(?:[^'\\\\\\n]|\\\\.)+'"
            "|//[^\\n]*|/\\*[\\s\\S]*?\\*/|^#.*$"),
        QRegularExpression::MultilineOption);
    return source.replace(Noise, QStringLiteral("0")).simplified();
}

/// "const QString&" of "const QString &name = {}".
QString typeOf(const QString &parameter)
{
    static const QRegularExpression Name(QStringLiteral("(?<=[\\s&*])\\w+$"));
    const QString declared = parameter.section(u'=', 0, 0).trimmed();
    return QString(declared).remove(Name).remove(u' ');
}

/// The types of a parameter list that begins at `at`.
QString typesIn(const QString &head, qsizetype at)
{
    QStringList types{QString()};
    int depth = 0;
    for (; at < head.size(); ++at) {
        const QChar letter = head.at(at);
        if (QStringLiteral(")>}]").contains(letter) && --depth == 0)
            break;
        if (letter == u',' && depth == 1)
            types << QString();
        else if (depth > 0)
            types.last() += letter;
        if (QStringLiteral("(<{[").contains(letter))
            ++depth;
    }
    for (QString &type : types)
        type = typeOf(type);
    return types.join(u',');
}

/// What a definition defines; empty: nothing that could clash. `isBody`: it ends with braces, not a
/// semicolon.
QString nameIn(QString head, bool isBody)
{
    static const QRegularExpression Prefix(
        QStringLiteral("^template ?<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*> ?|\\[\\[[^\\]]*\\]\\] ?"
                       "|__attribute__\\(\\((?:[^()]|\\([^()]*\\))*\\)\\) ?"));
    static const QRegularExpression Comments(QStringLiteral("^(?: ?0 )+"));
    static const QRegularExpression Type(
        QStringLiteral("^(?:struct|class|union|enum(?: class)?) (\\w+)[^()]*\\{"));
    static const QRegularExpression Nothing(
        QStringLiteral("^(?:using|static_assert|struct|class|enum|extern)\\b"));
    static const QRegularExpression Function(
        QStringLiteral("(::~?)?\\b(?!(?:void|bool|int|auto)\\b)(\\w+) ?\\("));
    static const QRegularExpression Constant(QStringLiteral(
        "^[^(]*?(\\w+)(?:\\[\\w*\\])* ?[={]|^(?:inline |static )*const(?:expr)? [^(=]*?(\\w+) ?\\("));
    head = head.remove(Comments).remove(Prefix).trimmed();
    if (const auto type = Type.match(head); type.hasMatch())
        return type.captured(1);
    if (Nothing.match(head).hasMatch())
        return {};
    const auto name = (isBody ? Function : Constant).match(head);
    if (!name.hasMatch())
        return {};
    if (!isBody)
        return name.captured(1) + name.captured(2);
    if (!name.captured(1).isEmpty()) // a member of what is found by its type
        return {};
    return name.captured(2) + u'(' + typesIn(head, name.capturedEnd() - 1) + u')';
}

/// What the anonymous namespaces of a source define.
Names namesIn(const QString &source)
{
    static const QRegularExpression Anonymous(QStringLiteral("\\bnamespace ?\\{"));
    const QString text = bare(source);
    Names names;
    auto spaces = Anonymous.globalMatch(text);
    while (spaces.hasNext()) {
        QString head;
        int depth = 0;
        for (qsizetype at = spaces.next().capturedEnd(); at < text.size() && depth >= 0; ++at) {
            const QChar letter = text.at(at);
            depth -= letter == u'}' ? 1 : 0;
            if (depth == 0)
                head += letter;
            depth += letter == u'{' ? 1 : 0;
            const bool isBody =
                letter == u'}' && !QStringLiteral(";,)").contains(text.mid(at + 1, 2).trimmed().left(1));
            if (depth == 0 && (letter == u';' || isBody)) {
                names << nameIn(head, isBody);
                head.clear();
            }
        }
    }
    names.remove(QString());
    return names;
}

} // namespace

/// Sources of a folder are compiled a dozen at a time: what two of them define in anonymous namespaces must
/// differ, or a new source beside them may bring them together.
class TestUnityNames : public QObject
{
    Q_OBJECT

private slots:
    void differInEachFolder()
    {
        const QDir root(QStringLiteral(PILOTHOUSE_SOURCE_DIR));
        QMap<QString, QMap<QString, QString>> known; // folder, name: source
        QStringList equal;
        for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator files(root.filePath(top), {QStringLiteral("*.cpp")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = root.relativeFilePath(files.next());
                QMap<QString, QString> &folder = known[path.section(u'/', 0, -2)];
                for (const QString &name : namesIn(QString::fromUtf8(readAll(root.filePath(path))))) {
                    if (folder.contains(name))
                        equal << name + u' ' + folder.value(name) + u' ' + path;
                    folder.insert(name, path);
                }
            }
        }
        QVERIFY(known.value(QStringLiteral("ui/widgets")).size() > 100);
        QVERIFY2(equal.isEmpty(), qPrintable(equal.join(u'\n')));
    }

    void areFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("constants") << QStringLiteral(
            "namespace {\nconstexpr int Side = 4; // Width = 3;\nconst QString Word = "
            "QStringLiteral(\"{ int X = 1; }\");\nconstexpr milliseconds Wait{50};\n"
            "constexpr char Sql[] = R\"(a; })\";\nconst QLatin1String Key(\"k\");\n}")
                                   << QStringList{QStringLiteral("Key"), QStringLiteral("Side"),
                                                  QStringLiteral("Sql"), QStringLiteral("Wait"),
                                                  QStringLiteral("Word")};
        QTest::newRow("types") << QStringLiteral(
            "namespace {\n/// A row.\nstruct Row\n{\n    int at = 0;\n};\nclass Later;\n"
            "enum class Way { In, Out };\nusing Use = Row::Use;\n}")
                               << QStringList{QStringLiteral("Row"), QStringLiteral("Way")};
        QTest::newRow("functions") << QStringLiteral(
            "namespace x {\nnamespace {\ntemplate <typename T>\nQList<T> of(const QMap<int, T> &map, "
            "int depth = 0)\n{\n    int Local = 1;\n    return {Local};\n}\nvoid none();\n"
            "int Inner::value() const { return 1; }\n"
            "Inner::Inner(int a) : Base(a) {}\n}\nvoid outside() {}\n}")
                                   << QStringList{QStringLiteral("of(constQMap<int,T>&,int)")};
    }

    void areFound()
    {
        QFETCH(QString, source);
        QFETCH(QStringList, names);
        QStringList found = namesIn(source).values();
        found.sort();
        QCOMPARE(found, names);
    }
};

} // namespace tst_unitynames

QTEST_GUILESS_MAIN(tst_unitynames::TestUnityNames)
#include "tst_unitynames.moc"
