// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containerrecipe.h"
#include "core/runtime/imagefile.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace pilothouse;

namespace tst_containerrecipe {

namespace {

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject imageWith(const char *config)
{
    return {{QStringLiteral("Config"), object(config)}};
}

} // namespace

class TestContainerRecipe : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatTheImageBrings();
    void keepsWordsOfAnOwnEntry();
    void keepsUnnamedVolumesByName();
    void asksForAliasesAndAddressesAgain();
    void tellsNoValueOfAVariable();
    void namesWhatIsNotTheSame();
    void refusesWhatIsNoImageFile();
};

void TestContainerRecipe::leavesOutWhatTheImageBrings()
{
    const QJsonObject container = object(R"({"Id": "abcdef0123456789", "Config": {"Hostname": "abcdef012345",
        "Env": ["A=1", "B=2"], "Cmd": ["run"], "User": "7", "Labels": {"x": "1", "y": "2"}}})");
    const ContainerRecipe recipe =
        recipeOf(container, imageWith(R"({"Env": ["A=1"], "Cmd": ["run"], "Labels": {"x": "1"}})"),
                 QStringLiteral("example:2"));
    QCOMPARE(recipe.body.value(QStringLiteral("Env")).toArray(), QJsonArray{QStringLiteral("B=2")});
    QVERIFY(!recipe.body.contains(QStringLiteral("Cmd"))
            && !recipe.body.contains(QStringLiteral("Hostname")));
    QCOMPARE(recipe.body.value(QStringLiteral("User")).toString(), QStringLiteral("7"));
    QCOMPARE(recipe.body.value(QStringLiteral("Labels")).toObject().keys(), QStringList{QStringLiteral("y")});
    QCOMPARE(recipe.body.value(QStringLiteral("Image")).toString(), QStringLiteral("example:2"));
}

void TestContainerRecipe::keepsWordsOfAnOwnEntry()
{
    const ContainerRecipe recipe = recipeOf(
        object(R"({"Id": "a", "Config": {"Hostname": "h", "Entrypoint": ["/own"], "Cmd": ["run"]}})"),
        imageWith(R"({"Entrypoint": ["/other"], "Cmd": ["run"]})"), QStringLiteral("example:2"));
    QVERIFY(recipe.body.contains(QStringLiteral("Entrypoint"))
            && recipe.body.contains(QStringLiteral("Cmd")));
    QCOMPARE(recipe.body.value(QStringLiteral("Hostname")).toString(), QStringLiteral("h"));
}

void TestContainerRecipe::keepsUnnamedVolumesByName()
{
    const ContainerRecipe recipe = recipeOf(
        object(R"({"Config": {"Volumes": {"/v": {}}}, "HostConfig": {"Binds": ["/a:/b:ro"]}, "Mounts": [
            {"Type": "bind", "Source": "/a", "Destination": "/b"},
            {"Type": "volume", "Name": "0123", "Destination": "/v", "RW": true}]})"),
        {}, QStringLiteral("example:2"));
    const QJsonArray binds =
        recipe.body.value(QStringLiteral("HostConfig")).toObject().value(QStringLiteral("Binds")).toArray();
    QCOMPARE(binds, (QJsonArray{QStringLiteral("/a:/b:ro"), QStringLiteral("0123:/v")}));
    QVERIFY(recipe.body.value(QStringLiteral("Volumes")).toObject().isEmpty());
}

void TestContainerRecipe::asksForAliasesAndAddressesAgain()
{
    const ContainerRecipe recipe =
        recipeOf(object(R"({"Id": "abcdef0123456789", "Config": {}, "HostConfig": {"NetworkMode": "one",
            "Links": ["/db:/me/store"]}, "NetworkSettings": {"Networks": {
            "one": {"Aliases": ["agents", "abcdef012345"], "IPAMConfig": {"IPv4Address": "10.9.0.7"},
                    "IPAddress": "10.9.0.7"},
            "two": {"Aliases": ["abcdef012345"], "IPAddress": "10.8.0.3"}}}})"),
                 {}, QStringLiteral("example:2"));
    const QJsonObject one = recipe.body.value(QStringLiteral("NetworkingConfig"))
                                .toObject()
                                .value(QStringLiteral("EndpointsConfig"))
                                .toObject()
                                .value(QStringLiteral("one"))
                                .toObject();
    QCOMPARE(one, object(R"({"Aliases": ["agents"], "IPAMConfig": {"IPv4Address": "10.9.0.7"}})"));
    QCOMPARE(recipe.networks.size(), 1);
    QCOMPARE(recipe.networks.first().first, QStringLiteral("two"));
    QVERIFY(recipe.networks.first().second.isEmpty());
    QCOMPARE(
        recipe.body.value(QStringLiteral("HostConfig")).toObject().value(QStringLiteral("Links")).toArray(),
        QJsonArray{QStringLiteral("db:store")});
}

void TestContainerRecipe::tellsNoValueOfAVariable()
{
    const QStringList changes = imageChanges(imageWith(R"({"Env": ["KEY=old-secret"], "User": "1"})"),
                                             imageWith(R"({"Env": ["KEY=new-secret"], "User": "2"})"));
    QCOMPARE(changes, (QStringList{QStringLiteral("User: \"1\" → \"2\""), QStringLiteral("Env: KEY")}));
}

void TestContainerRecipe::namesWhatIsNotTheSame()
{
    const QJsonObject image = imageWith(R"({"Env": ["A=1"]})");
    const QJsonObject before = object(R"({"Config": {"Env": ["A=1", "KEY=secret"]}, "HostConfig":
        {"Memory": 64, "OomKillDisable": null}})");
    QVERIFY(recipeDifferences(before, image,
                              object(R"({"Config": {"Env": ["KEY=secret", "A=1"]}, "HostConfig":
        {"Memory": 64, "OomKillDisable": false}})"),
                              image)
                .isEmpty());
    QCOMPARE(recipeDifferences(before, image,
                               object(R"({"Config": {"Env": ["A=1"]}, "HostConfig": {"Memory": 32}})"),
                               image),
             (QStringList{QStringLiteral("HostConfig.Memory"), QStringLiteral("Config.Env.KEY")}));
}

void TestContainerRecipe::refusesWhatIsNoImageFile()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("no.tar"));
    QVERIFY(!readImageFile(file, OperationContext()));
    QFile no(file);
    QVERIFY(no.open(QIODevice::WriteOnly) && no.write("nothing of a tar") > 0);
    no.close();
    const auto read = readImageFile(file, OperationContext());
    QVERIFY(!read && read.error().kind == ErrorKind::BadData);
}

} // namespace tst_containerrecipe

QTEST_GUILESS_MAIN(tst_containerrecipe::TestContainerRecipe)
#include "tst_containerrecipe.moc"
