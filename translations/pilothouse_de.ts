<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AddedVariables</name>
    <message>
        <source>This cannot be a variable of an environment.</source>
        <translation>Das kann keine Variable einer Umgebung sein.</translation>
    </message>
</context>
<context>
    <name>ArchiveReader</name>
    <message>
        <source>Nothing was changed. Use another backup, or fetch this one again from where it came.</source>
        <translation>Nichts wurde geändert. Eine andere Sicherung verwenden oder diese noch einmal von ihrer Quelle holen.</translation>
    </message>
    <message>
        <source>The folder to unpack into cannot be made.</source>
        <translation>Der Ordner zum Entpacken kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder to unpack into cannot be opened.</source>
        <translation>Der Ordner zum Entpacken kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>A folder of the archive cannot be made.</source>
        <translation>Ein Ordner des Archivs kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>A folder of the archive cannot be opened.</source>
        <translation>Ein Ordner des Archivs kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Reading the archive</source>
        <translation>Archiv wird gelesen</translation>
    </message>
    <message>
        <source>A member is missing from the archive.</source>
        <translation>Im Archiv fehlt ein Eintrag.</translation>
    </message>
    <message>
        <source>The archive holds a member that is not declared, or one twice.</source>
        <translation>Das Archiv enthält einen Eintrag, der nicht angegeben ist oder doppelt vorkommt.</translation>
    </message>
    <message>
        <source>The archive holds a name that is not allowed.</source>
        <translation>Das Archiv enthält einen unzulässigen Namen.</translation>
    </message>
    <message>
        <source>A member has another size than declared.</source>
        <translation>Ein Eintrag hat eine andere Größe als angegeben.</translation>
    </message>
    <message>
        <source>A member does not have the content that was backed up.</source>
        <translation>Ein Eintrag hat nicht den Inhalt, der gesichert wurde.</translation>
    </message>
    <message>
        <source>The permissions of a file cannot be set.</source>
        <translation>Die Rechte einer Datei können nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>The archive is empty.</source>
        <translation>Das Archiv ist leer.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than it may hold.</source>
        <translation>Das Archiv ist entpackt größer als erlaubt.</translation>
    </message>
    <message>
        <source>More than %1.</source>
        <translation>Mehr als %1.</translation>
    </message>
    <message>
        <source>The archive is damaged or cut off.</source>
        <translation>Das Archiv ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>The archive holds something that is not a regular file.</source>
        <translation>Das Archiv enthält etwas, das keine gewöhnliche Datei ist.</translation>
    </message>
    <message>
        <source>The archive holds a member that is encrypted or sparse.</source>
        <translation>Das Archiv enthält einen verschlüsselten oder lückenhaften Eintrag.</translation>
    </message>
    <message>
        <source>The archive holds a name that cannot be read.</source>
        <translation>Das Archiv enthält einen Namen, der nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The archive holds a member without a size.</source>
        <translation>Das Archiv enthält einen Eintrag ohne Größe.</translation>
    </message>
    <message>
        <source>Something follows the end of the archive.</source>
        <translation>Auf das Ende des Archivs folgt noch etwas.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes belong to it.</source>
        <translation>%1 von %2 Bytes gehören dazu.</translation>
    </message>
</context>
<context>
    <name>ArchiveWriter</name>
    <message>
        <source>The archive cannot be written.</source>
        <translation>Das Archiv kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>It changed while it was being backed up.</source>
        <translation>Es hat sich während der Sicherung geändert.</translation>
    </message>
    <message>
        <source>Try again, or back up with the service stopped.</source>
        <translation>Noch einmal versuchen oder bei gestopptem Dienst sichern.</translation>
    </message>
    <message>
        <source>“%1” is not an archive format; use tar.gz or tar.zst.</source>
        <translation>„%1“ ist kein Archivformat; möglich sind tar.gz und tar.zst.</translation>
    </message>
    <message>
        <source>Writing the archive</source>
        <translation>Archiv wird geschrieben</translation>
    </message>
</context>
<context>
    <name>ArchivingPlan</name>
    <message>
        <source>“%1” is no name for a stanza.</source>
        <translation>„%1“ ist kein Name für eine Stanza.</translation>
    </message>
    <message>
        <source>%1 has a stanza %2 already.</source>
        <translation>%1 hat schon eine Stanza %2.</translation>
    </message>
    <message>
        <source>Give another name with --stanza.</source>
        <translation>Mit --stanza einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>The role %1 may not change the server&apos;s settings.</source>
        <translation>Die Rolle %1 darf die Einstellungen des Servers nicht ändern.</translation>
    </message>
    <message>
        <source>Connect Pilothouse as a superuser for this.</source>
        <translation>Pilothouse dafür als Superuser verbinden.</translation>
    </message>
    <message>
        <source>Another archive_command is replaced: %1</source>
        <translation>Ein anderes archive_command wird ersetzt: %1</translation>
    </message>
    <message>
        <source>Its archive gets no more WAL from then on.</source>
        <translation>Dessen Archiv bekommt von da an kein WAL mehr.</translation>
    </message>
    <message>
        <source>No restart is needed: the server takes it over as it runs.</source>
        <translation>Ein Neustart ist nicht nötig: Der Server übernimmt es im Betrieb.</translation>
    </message>
    <message>
        <source>The database server must be restarted for it, which this plan does; all its sessions end.</source>
        <translation>Der Datenbankserver muss dafür neu gestartet werden, was dieser Plan tut; alle seine Sitzungen enden.</translation>
    </message>
    <message>
        <source>Set up WAL archiving with pgBackRest for the server of %1</source>
        <translation>WAL-Archivierung mit pgBackRest für den Server von %1 einrichten</translation>
    </message>
    <message>
        <source>Set up archiving</source>
        <translation>Archivierung einrichten</translation>
    </message>
    <message>
        <source>The server archives into the stanza %1 already.</source>
        <translation>Der Server archiviert schon in die Stanza %1.</translation>
    </message>
    <message>
        <source>Take a first backup afterwards: points in time begin with its end.</source>
        <translation>Danach eine erste Sicherung anlegen: Zeitpunkte beginnen mit ihrem Ende.</translation>
    </message>
    <message>
        <source>This operation has changed no setting.</source>
        <translation>Dieser Vorgang hat keine Einstellung geändert.</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>WAL is no longer archived: later points in time cannot be reached.</source>
        <translation>WAL wird nicht mehr archiviert: Spätere Zeitpunkte sind nicht erreichbar.</translation>
    </message>
    <message>
        <source>pgBackRest&apos;s configuration and its repository stay.</source>
        <translation>Die Konfiguration von pgBackRest und sein Repository bleiben.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>There is no option --%1 here.</source>
        <translation>Die Option --%1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation>--%1 nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>There is no option --%1 here. Did you mean --%2?</source>
        <translation>Die Option --%1 gibt es hier nicht. War --%2 gemeint?</translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
</context>
<context>
    <name>AuditLog</name>
    <message>
        <source>Record %1 has been changed or cut.</source>
        <translation>Eintrag %1 wurde verändert oder gekürzt.</translation>
    </message>
    <message>
        <source>What stands at record %1 does not follow from the one before.</source>
        <translation>Was bei Eintrag %1 steht, folgt nicht aus dem vorigen.</translation>
    </message>
    <message>
        <source>Record %1 is not the one that was written: the log was replaced.</source>
        <translation>Eintrag %1 ist nicht der geschriebene: das Protokoll wurde ersetzt.</translation>
    </message>
    <message>
        <source>The clock was set back before record %1.</source>
        <translation>Vor Eintrag %1 wurde die Uhr zurückgestellt.</translation>
    </message>
    <message>
        <source>The end was cut off: there was a record %1.</source>
        <translation>Das Ende wurde abgeschnitten: es gab einen Eintrag %1.</translation>
    </message>
    <message>
        <source>The last record was cut off by a crash; the next one will set it aside.</source>
        <translation>Der letzte Eintrag wurde durch einen Absturz abgeschnitten; der nächste legt ihn beiseite.</translation>
    </message>
    <message>
        <source>Repaired after a crash; the last time in record %1.</source>
        <translation>Nach einem Absturz repariert, zuletzt in Eintrag %1.</translation>
    </message>
</context>
<context>
    <name>BackupActions</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Stop the service for the copy</source>
        <translation>Dienst für die Kopie stoppen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Verify a backup</source>
        <translation>Sicherung verifizieren</translation>
    </message>
    <message>
        <source>Pin a backup</source>
        <translation>Sicherung anheften</translation>
    </message>
    <message>
        <source>Unpin a backup</source>
        <translation>Sicherung lösen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Only these databases, with commas between them</source>
        <translation>Nur diese Datenbanken, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Set the live files aside instead of writing into them</source>
        <translation>Die laufenden Dateien beiseitelegen, statt in sie zu schreiben</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>One backup</source>
        <translation>Eine Sicherung</translation>
    </message>
    <message>
        <source>Remove old backups</source>
        <translation>Alte Sicherungen entfernen</translation>
    </message>
    <message>
        <source>Remove unfinished backups and old safety copies</source>
        <translation>Unfertige Sicherungen und alte Sicherheitskopien entfernen</translation>
    </message>
    <message>
        <source>Only these tables of a database on a server, with commas between them</source>
        <translation>Nur diese Tabellen einer Datenbank auf einem Server, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Beside the data, into this new folder or database</source>
        <translation>Neben die Daten, in diesen neuen Ordner oder diese neue Datenbank</translation>
    </message>
    <message>
        <source>Backups in former folders</source>
        <translation>Sicherungen in früheren Ordnern</translation>
    </message>
    <message>
        <source>Sessions that dump a database on a server at once, into a folder; 1: one file</source>
        <translation>Sitzungen, die eine Datenbank auf einem Server zugleich in einen Ordner sichern; 1: eine Datei</translation>
    </message>
</context>
<context>
    <name>BackupDays</name>
    <message>
        <source>no backup</source>
        <translation>keine Sicherung</translation>
    </message>
    <message>
        <source>no backup that counts</source>
        <translation>keine Sicherung, die zählt</translation>
    </message>
    <message>
        <source>complete, not verified</source>
        <translation>vollständig, nicht verifiziert</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>erprobt</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n Sicherung</numerusform>
            <numerusform>%n Sicherungen</numerusform>
        </translation>
    </message>
    <message>
        <source>kept as monthly</source>
        <translation>als monatliche behalten</translation>
    </message>
    <message>
        <source>kept as weekly</source>
        <translation>als wöchentliche behalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s) verified</source>
        <translation>
            <numerusform>%1 von %n Tag verifiziert</numerusform>
            <numerusform>%1 von %n Tagen verifiziert</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup in these weeks</source>
        <translation>Keine Sicherung in diesen Wochen</translation>
    </message>
</context>
<context>
    <name>BackupPlaces</name>
    <message>
        <source>Name a folder that is for these backups alone.</source>
        <translation>Einen Ordner nennen, der nur für diese Sicherungen da ist.</translation>
    </message>
    <message>
        <source>It lies in the data of %1.</source>
        <translation>Er liegt in den Daten von %1.</translation>
    </message>
    <message>
        <source>%1 keeps its backups there.</source>
        <translation>%1 hat dort seine Sicherungen.</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Nothing can be written to it.</source>
        <translation>Es kann nichts hineingeschrieben werden.</translation>
    </message>
    <message>
        <source>It cannot be made: nothing can be written to %1.</source>
        <translation>Er lässt sich nicht anlegen: In %1 kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>An absolute path is needed.</source>
        <translation>Ein absoluter Pfad wird gebraucht.</translation>
    </message>
    <message>
        <source>It lies in the data of %1, which the backup is meant to save.</source>
        <translation>Er liegt in den Daten von %1, die die Sicherung retten soll.</translation>
    </message>
    <message>
        <source>The first copy of each backup goes there already.</source>
        <translation>Dorthin geht schon die erste Kopie jeder Sicherung.</translation>
    </message>
</context>
<context>
    <name>BackupPlan</name>
    <message>
        <source>Back up %1</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>There is no database to back up.</source>
        <translation>Es gibt keine Datenbank zu sichern.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 cannot be copied while the service runs, so it is stopped for the copy.</source>
        <translation>%1 kann im laufenden Betrieb nicht kopiert werden, deshalb wird der Dienst für die Kopie gestoppt.</translation>
    </message>
    <message>
        <source>Writers to %1 wait for about %2 while it is copied.</source>
        <translation>Schreibzugriffe auf %1 warten während der Kopie etwa %2.</translation>
    </message>
    <message>
        <source>It has a rollback journal; in WAL mode nobody would wait.</source>
        <translation>Sie hat ein Rollback-Journal; im WAL-Modus würde niemand warten.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and about %3 are needed.</source>
        <translation>%1 hat %2 frei, gebraucht werden etwa %3.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for backups.</source>
        <translation>Platz schaffen oder einen anderen Ordner für Sicherungen wählen.</translation>
    </message>
    <message>
        <source>The second folder, %1, is not there; there will be only one copy.</source>
        <translation>Der zweite Ordner, %1, ist nicht vorhanden; es gibt nur eine Kopie.</translation>
    </message>
    <message>
        <source>Mount it, or choose another one.</source>
        <translation>Einhängen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>“jobs” is a whole number from 1 to %1.</source>
        <translation>„jobs“ ist eine ganze Zahl von 1 bis %1.</translation>
    </message>
</context>
<context>
    <name>BackupRecord</name>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>%1 of %2 tables</source>
        <translation>%1 von %2 Tabellen</translation>
    </message>
</context>
<context>
    <name>BackupRows</name>
    <message>
        <source>Its manifest cannot be read.</source>
        <translation>Ihr Manifest ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Its time is not in the past.</source>
        <translation>Ihr Zeitpunkt liegt nicht in der Vergangenheit.</translation>
    </message>
    <message>
        <source>The size of its archive is not known.</source>
        <translation>Die Größe ihres Archivs ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Archive damaged</source>
        <translation>Archiv beschädigt</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Not sound</source>
        <translation>Nicht in Ordnung</translation>
    </message>
    <message>
        <source>Proof failed</source>
        <translation>Erprobung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Zählt nicht</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>By age</source>
        <translation>Nach Alter</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht verifiziert</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Keine Regel</translation>
    </message>
    <message>
        <source>May go</source>
        <translation>Darf weg</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt durch</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Behalten als</translation>
    </message>
</context>
<context>
    <name>BackupStamps</name>
    <message>
        <source>%1: failed</source>
        <translation>%1: fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: overdue</source>
        <translation>%1: überfällig</translation>
    </message>
    <message>
        <source>%1: not yet</source>
        <translation>%1: noch nicht</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Proven by a restore</source>
        <translation>Durch Wiederherstellung erprobt</translation>
    </message>
</context>
<context>
    <name>BackupSteps</name>
    <message>
        <source>The backup has changed since this was planned.</source>
        <translation>Die Sicherung hat sich seit der Planung geändert.</translation>
    </message>
    <message>
        <source>Plan it anew.</source>
        <translation>Neu planen.</translation>
    </message>
    <message>
        <source>This is outside the folder that it must be in.</source>
        <translation>Dies liegt außerhalb des Ordners, in dem es liegen muss.</translation>
    </message>
</context>
<context>
    <name>BackupStore</name>
    <message>
        <source>Use another backup; keep this one only for an investigation.</source>
        <translation>Eine andere Sicherung verwenden; diese nur zur Untersuchung aufheben.</translation>
    </message>
    <message>
        <source>There is no such backup.</source>
        <translation>Diese Sicherung gibt es nicht.</translation>
    </message>
    <message>
        <source>More than one backup has this id.</source>
        <translation>Mehr als eine Sicherung hat diese Kennung.</translation>
    </message>
    <message>
        <source>See the list of backups.</source>
        <translation>Siehe die Liste der Sicherungen.</translation>
    </message>
    <message>
        <source>Its archive is missing.</source>
        <translation>Ihr Archiv fehlt.</translation>
    </message>
    <message>
        <source>Its archive has another size than when it was written.</source>
        <translation>Ihr Archiv hat eine andere Größe als beim Schreiben.</translation>
    </message>
    <message>
        <source>Its manifest is missing or cannot be read.</source>
        <translation>Ihr Manifest fehlt oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The digest of its manifest is missing.</source>
        <translation>Die Prüfsumme ihres Manifests fehlt.</translation>
    </message>
    <message>
        <source>Its manifest was changed after it was written.</source>
        <translation>Ihr Manifest wurde nach dem Schreiben verändert.</translation>
    </message>
    <message>
        <source>Its archive was changed after it was written.</source>
        <translation>Ihr Archiv wurde nach dem Schreiben verändert.</translation>
    </message>
    <message>
        <source>The database in it is damaged.</source>
        <translation>Die Datenbank darin ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 has another size than when it was written.</source>
        <translation>%1 hat eine andere Größe als beim Schreiben.</translation>
    </message>
    <message>
        <source>%1 was changed after it was written.</source>
        <translation>%1 wurde nach dem Schreiben verändert.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>This is needed.</source>
        <translation>Diese Angabe wird gebraucht.</translation>
    </message>
    <message>
        <source>This value is of the wrong kind.</source>
        <translation>Dieser Wert hat die falsche Art.</translation>
    </message>
    <message>
        <source>There is no such choice.</source>
        <translation>Diese Auswahl gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Zur Wahl stehen: %1.</translation>
    </message>
    <message>
        <source>This must be an absolute path.</source>
        <translation>Hier muss ein absoluter Pfad stehen.</translation>
    </message>
    <message>
        <source>There is no such action.</source>
        <translation>Diese Aktion gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such parameter.</source>
        <translation>Diesen Parameter gibt es nicht.</translation>
    </message>
    <message>
        <source>Only an operation that was done can be put back.</source>
        <translation>Nur ein abgeschlossener Vorgang kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>This was put back already.</source>
        <translation>Dies wurde bereits zurückgenommen.</translation>
    </message>
    <message>
        <source>This cannot be put back.</source>
        <translation>Dies kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>The time in which this could be put back is over; what it needs was removed.</source>
        <translation>Die Zeit, in der dies zurückgenommen werden konnte, ist um; was dafür nötig ist, wurde entfernt.</translation>
    </message>
    <message>
        <source>This must be a number, not “%1”.</source>
        <translation>Das muss eine Zahl sein, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage: pilothouse-cli GROUP VERB [ARGUMENTS] [--json]</source>
        <translation>Aufruf: pilothouse-cli GRUPPE VERB [ARGUMENTE] [--json]</translation>
    </message>
    <message>
        <source>Everywhere: --json, --dry-run, --yes, --accept ID, --confirm NAME, --reason TEXT, --state-dir DIR.</source>
        <translation>Überall: --json, --dry-run, --yes, --accept ID, --confirm NAME, --reason TEXT, --state-dir ORDNER.</translation>
    </message>
    <message>
        <source>There is no command “%1”. See pilothouse-cli help.</source>
        <translation>Den Befehl „%1“ gibt es nicht. Siehe pilothouse-cli help.</translation>
    </message>
    <message>
        <source>%1 is no longer in the list. Its service, data and backups stay.</source>
        <translation>%1 steht nicht mehr in der Liste. Dienst, Daten und Sicherungen bleiben.</translation>
    </message>
    <message>
        <source>The demo service has ended. Its folder stays.</source>
        <translation>Der Demodienst ist beendet. Sein Ordner bleibt.</translation>
    </message>
    <message>
        <source>The profiles there are.</source>
        <translation>Die vorhandenen Profile.</translation>
    </message>
    <message>
        <source>One profile.</source>
        <translation>Ein Profil.</translation>
    </message>
    <message>
        <source>Check a profile of your own.</source>
        <translation>Ein eigenes Profil prüfen.</translation>
    </message>
    <message>
        <source>Add a service to the list; nothing of it changes.</source>
        <translation>Einen Dienst in die Liste aufnehmen; an ihm ändert sich nichts.</translation>
    </message>
    <message>
        <source>The instances in the list.</source>
        <translation>Die Instanzen der Liste.</translation>
    </message>
    <message>
        <source>Take an instance off the list; nothing of it changes.</source>
        <translation>Eine Instanz aus der Liste nehmen; an ihr ändert sich nichts.</translation>
    </message>
    <message>
        <source>Start the living demo service and add it.</source>
        <translation>Den lebenden Demodienst starten und aufnehmen.</translation>
    </message>
    <message>
        <source>End the demo service.</source>
        <translation>Den Demodienst beenden.</translation>
    </message>
    <message>
        <source>There is no operation %1.</source>
        <translation>Den Vorgang %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>More than one operation starts with %1.</source>
        <translation>Mehr als ein Vorgang beginnt mit %1.</translation>
    </message>
    <message>
        <source>What can still be put back.</source>
        <translation>Was noch zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>Put an operation back, as a plan of its own.</source>
        <translation>Einen Vorgang zurücknehmen, mit eigenem Plan.</translation>
    </message>
    <message>
        <source>All operations, newest first.</source>
        <translation>Alle Vorgänge, neueste zuerst.</translation>
    </message>
    <message>
        <source>One operation with its steps.</source>
        <translation>Ein Vorgang mit seinen Schritten.</translation>
    </message>
    <message>
        <source>Go on with an operation that was cut off.</source>
        <translation>Einen unterbrochenen Vorgang fortsetzen.</translation>
    </message>
    <message>
        <source>Put back what a cut-off operation did.</source>
        <translation>Zurücknehmen, was ein unterbrochener Vorgang getan hat.</translation>
    </message>
    <message>
        <source>The audit, newest first.</source>
        <translation>Das Audit, Neuestes zuerst.</translation>
    </message>
    <message>
        <source>Walk the audit&apos;s hash chain.</source>
        <translation>Die Hashkette des Audits nachrechnen.</translation>
    </message>
    <message>
        <source>The audit as JSON lines, exactly as it stands.</source>
        <translation>Das Audit als JSON-Zeilen, genau wie es dasteht.</translation>
    </message>
    <message>
        <source>Any action of the catalogue.</source>
        <translation>Jede Aktion des Katalogs.</translation>
    </message>
    <message>
        <source>done      %1</source>
        <translation>erledigt         %1</translation>
    </message>
    <message>
        <source>failed    %1: %2</source>
        <translation>fehlgeschlagen   %1: %2</translation>
    </message>
    <message>
        <source>put back  %1</source>
        <translation>zurückgenommen   %1</translation>
    </message>
    <message>
        <source>not known %1: %2</source>
        <translation>nicht bekannt    %1: %2</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>behalten: %1</translation>
    </message>
    <message>
        <source>Operation %1: %2</source>
        <translation>Vorgang %1: %2</translation>
    </message>
    <message>
        <source>One instance.</source>
        <translation>Eine Instanz.</translation>
    </message>
    <message>
        <source>What really is there, and where it differs from the profile.</source>
        <translation>Was wirklich da ist und wo es vom Profil abweicht.</translation>
    </message>
    <message>
        <source>Start the service.</source>
        <translation>Den Dienst starten.</translation>
    </message>
    <message>
        <source>Stop the service.</source>
        <translation>Den Dienst stoppen.</translation>
    </message>
    <message>
        <source>Restart the service.</source>
        <translation>Den Dienst neu starten.</translation>
    </message>
    <message>
        <source>The running service&apos;s environment; secrets are masked.</source>
        <translation>Die Umgebung des laufenden Dienstes; Geheimnisse sind verdeckt.</translation>
    </message>
    <message>
        <source>The container&apos;s mounts, read-only or read-write.</source>
        <translation>Die Einhängungen des Containers, nur lesbar oder beschreibbar.</translation>
    </message>
    <message>
        <source>The databases with sizes, journal mode and layout.</source>
        <translation>Die Datenbanken mit Größe, Journalmodus und Aufbau.</translation>
    </message>
    <message>
        <source>The tables of a database with their row counts.</source>
        <translation>Die Tabellen einer Datenbank mit ihren Zeilenzahlen.</translation>
    </message>
    <message>
        <source>Rows of a table, read-only.</source>
        <translation>Zeilen einer Tabelle, nur lesend.</translation>
    </message>
    <message>
        <source>Integrity and foreign keys, each a verdict of its own.</source>
        <translation>Integrität und Fremdschlüssel, je mit eigenem Urteil.</translation>
    </message>
    <message>
        <source>The users.</source>
        <translation>Die Benutzer.</translation>
    </message>
    <message>
        <source>One user, by id or name.</source>
        <translation>Ein Benutzer, nach Kennung oder Name.</translation>
    </message>
    <message>
        <source>Everything a user owns, in every database and on disk.</source>
        <translation>Alles, was einem Benutzer gehört, in jeder Datenbank und auf der Platte.</translation>
    </message>
    <message>
        <source>Disable a user; at once, with undo.</source>
        <translation>Einen Benutzer sperren; sofort, kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Enable a user; at once, with undo.</source>
        <translation>Einen Benutzer freigeben; sofort, kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Delete a user with everything they own, or keep the data; with undo.</source>
        <translation>Einen Benutzer mit allem löschen, was ihm gehört, oder die Daten behalten; kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Back up all databases and files as one verified set.</source>
        <translation>Alle Datenbanken und Dateien als einen verifizierten Satz sichern.</translation>
    </message>
    <message>
        <source>The history, newest first, with its three stamps.</source>
        <translation>Der Verlauf, Neuestes zuerst, mit seinen drei Stempeln.</translation>
    </message>
    <message>
        <source>Verify a set from its files and stamp it.</source>
        <translation>Einen Satz anhand seiner Dateien verifizieren und stempeln.</translation>
    </message>
    <message>
        <source>Remove what retention no longer keeps; shows first which go and which stay.</source>
        <translation>Entfernen, was die Aufbewahrung nicht mehr hält; zeigt zuerst, was geht und was bleibt.</translation>
    </message>
    <message>
        <source>Keep a set whatever retention says.</source>
        <translation>Einen Satz behalten, was immer die Aufbewahrung sagt.</translation>
    </message>
    <message>
        <source>Let retention decide about a set again.</source>
        <translation>Die Aufbewahrung wieder über einen Satz entscheiden lassen.</translation>
    </message>
    <message>
        <source>Restore from the history or from any file, into place or side by side.</source>
        <translation>Aus dem Verlauf oder einer beliebigen Datei wiederherstellen, an Ort und Stelle oder daneben.</translation>
    </message>
    <message>
        <source>The last records, and then what comes.</source>
        <translation>Die letzten Einträge und dann, was kommt.</translation>
    </message>
    <message>
        <source>State, health, use, sizes and disk of an instance; the states of all.</source>
        <translation>Zustand, Befinden, Verbrauch, Größen und Platz einer Instanz; die Zustände aller.</translation>
    </message>
    <message>
        <source>The days of safety copies are a number.</source>
        <translation>Die Tage der Sicherheitskopien sind eine Zahl.</translation>
    </message>
    <message>
        <source>An environment is development, staging or production, not “%1”.</source>
        <translation>Eine Umgebung ist development, staging oder production, nicht „%1“.</translation>
    </message>
    <message>
        <source>Change what is known of an instance: environment, group, folders. The service stays as it is.</source>
        <translation>Ändert, was über eine Instanz bekannt ist: Umgebung, Gruppe, Ordner. Der Dienst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Which instances are locked.</source>
        <translation>Welche Instanzen gesperrt sind.</translation>
    </message>
    <message>
        <source>Let a production instance be changed for some minutes.</source>
        <translation>Lässt Änderungen an einer Produktionsinstanz für einige Minuten zu.</translation>
    </message>
    <message>
        <source>Lock a production instance now.</source>
        <translation>Sperrt eine Produktionsinstanz sofort.</translation>
    </message>
    <message>
        <source>Data that belongs to no account.</source>
        <translation>Daten, die zu keinem Konto gehören.</translation>
    </message>
    <message>
        <source>Delete data that belongs to no account; with undo.</source>
        <translation>Löscht Daten, die zu keinem Konto gehören; mit Rückgängig.</translation>
    </message>
    <message>
        <source>The logs there are, for --source.</source>
        <translation>Die vorhandenen Protokolle, für --source.</translation>
    </message>
    <message>
        <source>Ports that the service listens on, and its connections counted.</source>
        <translation>Ports, an denen der Dienst lauscht, und seine Verbindungen, gezählt.</translation>
    </message>
    <message>
        <source>The services of the compose project in the order they start in.</source>
        <translation>Die Dienste des Compose-Projekts in der Reihenfolge ihres Starts.</translation>
    </message>
    <message>
        <source>Create and start the project, or one service.</source>
        <translation>Das Projekt oder einen Dienst anlegen und starten.</translation>
    </message>
    <message>
        <source>Restart the project, or one service.</source>
        <translation>Das Projekt oder einen Dienst neu starten.</translation>
    </message>
    <message>
        <source>Replace the containers of the project, or of one service.</source>
        <translation>Die Container des Projekts oder eines Dienstes ersetzen.</translation>
    </message>
    <message>
        <source>Stop and remove the project, or one service; volumes stay.</source>
        <translation>Das Projekt oder einen Dienst stoppen und entfernen; Volumes bleiben.</translation>
    </message>
    <message>
        <source>The image or package that runs, newer images here, old versions kept.</source>
        <translation>Das laufende Image oder Paket, neuere Images hier, aufgehobene alte Versionen.</translation>
    </message>
    <message>
        <source>Upgrade to another image or version; returns to the old one and its data by itself if anything fails.</source>
        <translation>Auf ein anderes Image oder eine andere Version umstellen; geht etwas schief, kehren die alte und ihre Daten von selbst zurück.</translation>
    </message>
    <message>
        <source>Remove old versions that upgrades have kept long enough.</source>
        <translation>Alte Versionen entfernen, die lange genug aufgehoben wurden.</translation>
    </message>
    <message>
        <source>Change how much the service logs, with a restart; with --minutes it goes back by itself.</source>
        <translation>Ändert, wie viel der Dienst protokolliert, mit Neustart; mit --minutes geht es von selbst zurück.</translation>
    </message>
    <message>
        <source>Log level, the engine&apos;s driver and its limits, and the rotation, checked.</source>
        <translation>Protokollstufe, Treiber der Engine mit Grenzen und Rotation, geprüft.</translation>
    </message>
    <message>
        <source>What goes back by itself, and when.</source>
        <translation>Was von selbst zurückgeht, und wann.</translation>
    </message>
    <message>
        <source>Wait until an operation goes back by itself, and put it back then.</source>
        <translation>Wartet, bis ein Vorgang von selbst zurückgeht, und macht ihn dann rückgängig.</translation>
    </message>
    <message>
        <source>Who may get at data, logs and secrets, and should not.</source>
        <translation>Wer an Daten, Protokolle und Geheimnisse kommt und es nicht sollte.</translation>
    </message>
    <message>
        <source>Set owners and modes as they should be; with undo.</source>
        <translation>Setzt Besitzer und Rechte, wie sie sein sollen; lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Who can reach the service: ports, networks, rights, mounts.</source>
        <translation>Wer den Dienst erreicht: Ports, Netze, Rechte, Einhängungen.</translation>
    </message>
    <message>
        <source>Limits beside what the service uses and has used.</source>
        <translation>Grenzen neben dem, was der Dienst braucht und gebraucht hat.</translation>
    </message>
    <message>
        <source>Change the limits of a container while it runs; with undo.</source>
        <translation>Ändert die Grenzen eines laufenden Containers; lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Give free pages back; shows the gain and the space first. Stops the service.</source>
        <translation>Freie Seiten zurückgeben; zeigt erst Gewinn und Platz. Hält den Dienst an.</translation>
    </message>
    <message>
        <source>Make the query planner&apos;s statistics anew. Stops the service.</source>
        <translation>Die Statistik des Abfrageplaners neu machen. Hält den Dienst an.</translation>
    </message>
    <message>
        <source>Check structure and foreign keys in full and keep the verdicts; fails on any.</source>
        <translation>Aufbau und Fremdschlüssel ganz prüfen und die Urteile aufheben; schlägt fehl, wenn etwas gefunden wird.</translation>
    </message>
    <message>
        <source>The verdicts that were kept, newest first.</source>
        <translation>Die aufgehobenen Urteile, neueste zuerst.</translation>
    </message>
    <message>
        <source>Salvage a damaged database into a new file, with a report; never touches it.</source>
        <translation>Eine beschädigte Datenbank in eine neue Datei retten, mit Bericht; sie selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>What needs maintenance, each with what it rests on.</source>
        <translation>Was zu warten ist, jeweils mit dem Beleg dafür.</translation>
    </message>
    <message>
        <source>There is only &quot;schedule&quot;.</source>
        <translation>Es gibt nur „schedule“.</translation>
    </message>
    <message>
        <source>%1: backup of %2 by schedule</source>
        <translation>%1: Sicherung von %2 nach Zeitplan</translation>
    </message>
    <message>
        <source>Nobody has agreed that its schedule removes old backups.</source>
        <translation>Niemand hat zugestimmt, dass der Zeitplan alte Sicherungen entfernt.</translation>
    </message>
    <message>
        <source>Agree: pilothouse-cli schedule install %1 --prune</source>
        <translation>Zustimmen: pilothouse-cli schedule install %1 --prune</translation>
    </message>
    <message>
        <source>The rule of retention is another one than was agreed to.</source>
        <translation>Die Aufbewahrungsregel ist eine andere als die, der zugestimmt wurde.</translation>
    </message>
    <message>
        <source>Agree again: pilothouse-cli schedule install %1 --prune</source>
        <translation>Erneut zustimmen: pilothouse-cli schedule install %1 --prune</translation>
    </message>
    <message>
        <source>agreed to with the schedule of %1</source>
        <translation>zugestimmt mit dem Zeitplan vom %1</translation>
    </message>
    <message>
        <source>What a schedule runs: the same, unattended, and its end is noted.</source>
        <translation>Was ein Zeitplan ausführt: dasselbe ohne Aufsicht; das Ende wird vermerkt.</translation>
    </message>
    <message>
        <source>Lines of cron and timers of others that back it up, and what they lack.</source>
        <translation>Fremde Cron-Zeilen und Timer, die sie sichern, und was ihnen fehlt.</translation>
    </message>
    <message>
        <source>Take over the backup jobs of cron and systemd; with undo.</source>
        <translation>Sicherungsaufträge von cron und systemd übernehmen; mit Zurücknehmen.</translation>
    </message>
    <message>
        <source>Remove the schedule; with undo.</source>
        <translation>Den Zeitplan entfernen; mit Zurücknehmen.</translation>
    </message>
    <message>
        <source>What a schedule runs after a backup, where that was agreed to.</source>
        <translation>Was ein Zeitplan nach einer Sicherung ausführt, wenn zugestimmt wurde.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>to know</source>
        <translation>zu wissen</translation>
    </message>
    <message>
        <source>IN THE WAY</source>
        <translation>IM WEG</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Runbook: %1 (%2)</source>
        <translation>Runbook: %1 (%2)</translation>
    </message>
    <message>
        <source>May help: %1</source>
        <translation>Kann helfen: %1</translation>
    </message>
    <message>
        <source>Run the checks of a symptom, name the runbook&apos;s section and what may help; without one, list the symptoms.</source>
        <translation>Die Prüfungen eines Symptoms ausführen, den Abschnitt des Runbooks und was helfen kann nennen; ohne Symptom sie auflisten.</translation>
    </message>
    <message>
        <source>No profile knows it; name one with instance add --profile.</source>
        <translation>Kein Profil kennt ihn; eines mit instance add --profile nennen.</translation>
    </message>
    <message>
        <source>It is in the list as %1.</source>
        <translation>Steht in der Liste als %1.</translation>
    </message>
    <message>
        <source>It cannot be added as it is: %1</source>
        <translation>Lässt sich so nicht hinzufügen: %1</translation>
    </message>
    <message>
        <source>No service was found on this machine.</source>
        <translation>Auf dieser Maschine wurde kein Dienst gefunden.</translation>
    </message>
    <message>
        <source>Find services on this machine that could be added; only reads.</source>
        <translation>Dienste auf dieser Maschine finden, die hinzugefügt werden könnten; liest nur.</translation>
    </message>
    <message>
        <source>How long the log is watched is a number of seconds.</source>
        <translation>Wie lange das Log beobachtet wird, ist eine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>Starts, restarts and ends for want of memory that were seen in two days.</source>
        <translation>Starts, Neustarts und Enden aus Speichermangel, die in zwei Tagen gesehen wurden.</translation>
    </message>
    <message>
        <source>The service did not end when it was asked to, and was killed.</source>
        <translation>Der Dienst hat sich auf Aufforderung nicht beendet und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>End all sessions: a new secret and a restart; everybody signs in again.</source>
        <translation>Alle Sitzungen beenden: ein neues Geheimnis und ein Neustart; alle melden sich neu an.</translation>
    </message>
    <message>
        <source>This command changes only Pilothouse&apos;s own list; it has no plan to show.</source>
        <translation>Dieser Befehl ändert nur die eigene Liste von Pilothouse; es gibt keinen Plan zu zeigen.</translation>
    </message>
    <message>
        <source>This command acts at once; it has no plan to show.</source>
        <translation>Dieser Befehl handelt sofort; es gibt keinen Plan zu zeigen.</translation>
    </message>
    <message>
        <source>Leave --dry-run out.</source>
        <translation>--dry-run weglassen.</translation>
    </message>
    <message>
        <source>“%1” is not the name of the instance.</source>
        <translation>„%1“ ist nicht der Name der Instanz.</translation>
    </message>
    <message>
        <source>To do it, run it again and add: %1</source>
        <translation>Zum Ausführen noch einmal aufrufen und ergänzen: %1</translation>
    </message>
    <message>
        <source>What kinds of things the service has, with their actions.</source>
        <translation>Welche Arten von Dingen der Dienst hat, mit ihren Aktionen.</translation>
    </message>
    <message>
        <source>All of a kind: tenants, keys, jobs ...</source>
        <translation>Alle einer Art: Mandanten, Schlüssel, Aufträge ...</translation>
    </message>
    <message>
        <source>One of a kind, by key or name.</source>
        <translation>Eines einer Art, nach Schlüssel oder Name.</translation>
    </message>
    <message>
        <source>How many of a kind there are in each state.</source>
        <translation>Wie viele einer Art es in jedem Zustand gibt.</translation>
    </message>
    <message>
        <source>What to know of the service&apos;s data, with the action that helps.</source>
        <translation>Was von den Daten des Dienstes zu wissen ist, mit der Aktion, die hilft.</translation>
    </message>
    <message>
        <source>Do what the profile offers with one of a kind, or with all; with undo.</source>
        <translation>Ausführen, was das Profil für eines einer Art oder für alle anbietet; lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>What must hold in the data; fails where it does not.</source>
        <translation>Was in den Daten gelten muss; scheitert, wo es nicht gilt.</translation>
    </message>
    <message>
        <source>Shown this once, and kept nowhere: %1</source>
        <translation>Nur dieses eine Mal gezeigt und nirgends aufbewahrt: %1</translation>
    </message>
    <message>
        <source>%1 answers in %2 ms: PostgreSQL %3%4%5.</source>
        <translation>%1 antwortet in %2 ms: PostgreSQL %3%4%5.</translation>
    </message>
    <message>
        <source>, encrypted</source>
        <translation>, verschlüsselt</translation>
    </message>
    <message>
        <source>, a standby or in recovery</source>
        <translation>, ein Standby oder in der Wiederanlaufphase</translation>
    </message>
    <message>
        <source>No session waits for another.</source>
        <translation>Keine Sitzung wartet auf eine andere.</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Largest tables</source>
        <translation>Größte Tabellen</translation>
    </message>
    <message>
        <source>Largest indexes</source>
        <translation>Größte Indizes</translation>
    </message>
    <message>
        <source>Connect to the database on its server, and say why where that fails.</source>
        <translation>Mit der Datenbank auf ihrem Server verbinden und sagen, woran es scheitert.</translation>
    </message>
    <message>
        <source>The server: version, connections, cache, settings that decide.</source>
        <translation>Der Server: Version, Verbindungen, Cache, entscheidende Einstellungen.</translation>
    </message>
    <message>
        <source>The sessions of the server, those that wait first.</source>
        <translation>Die Sitzungen des Servers, wartende zuerst.</translation>
    </message>
    <message>
        <source>Which sessions wait for which others, as a tree.</source>
        <translation>Welche Sitzungen auf welche anderen warten, als Baum.</translation>
    </message>
    <message>
        <source>Sizes of databases, schemas, tables, indexes and TOAST, with dead rows.</source>
        <translation>Größen von Datenbanken, Schemas, Tabellen, Indizes und TOAST, mit toten Zeilen.</translation>
    </message>
    <message>
        <source>Standbys, replication slots and the archive of the WAL.</source>
        <translation>Standbys, Replikations-Slots und das Archiv des WAL.</translation>
    </message>
    <message>
        <source>The pools of PgBouncer, out of its admin console.</source>
        <translation>Die Pools von PgBouncer, aus seiner Verwaltungskonsole.</translation>
    </message>
    <message>
        <source>How far VACUUM, ANALYZE and REINDEX are on the server.</source>
        <translation>Wie weit VACUUM, ANALYZE und REINDEX auf dem Server sind.</translation>
    </message>
    <message>
        <source>Cancel what a session of the server runs; the session stays.</source>
        <translation>Abbrechen, was eine Sitzung des Servers ausführt; die Sitzung bleibt.</translation>
    </message>
    <message>
        <source>End a session of the server; its transaction is taken back.</source>
        <translation>Eine Sitzung des Servers beenden; ihre Transaktion wird zurückgenommen.</translation>
    </message>
    <message>
        <source>vacuum, analyze or reindex a database on its server, or one table; the service goes on.</source>
        <translation>vacuum, analyze oder reindex für eine Datenbank auf ihrem Server oder eine Tabelle; der Dienst läuft weiter.</translation>
    </message>
    <message>
        <source>Latency: mean %1, p50 %2, p95 %3, p99 %4</source>
        <translation>Antwortzeit: Mittel %1, p50 %2, p95 %3, p99 %4</translation>
    </message>
    <message>
        <source>The service counts seconds into buckets of milliseconds, so the buckets tell no percentiles: nearly all took less than %1 s.</source>
        <translation>Der Dienst zählt Sekunden in Klassen für Millisekunden, daher geben die Klassen keine Perzentile her: fast alle dauerten weniger als %1 s.</translation>
    </message>
    <message>
        <source>%1 requests in %2 s: %3 a second, %4 % failed (5xx), %5 refused (4xx)</source>
        <translation>%1 Anfragen in %2 s: %3 je Sekunde, %4 % gescheitert (5xx), %5 abgewiesen (4xx)</translation>
    </message>
    <message>
        <source>declared, but never counted</source>
        <translation>angekündigt, aber nie gezählt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Requests, errors, latency and counters of the service.</source>
        <translation>Anfragen, Fehler, Antwortzeit und Zähler des Dienstes.</translation>
    </message>
    <message numerus="yes">
        <source>%n more backup(s) lie(s) in the former folder %1; restore takes the path of a set there.</source>
        <translation>
            <numerusform>%n weitere Sicherung liegt im früheren Ordner %1; restore nimmt den Pfad eines Satzes dort.</numerusform>
            <numerusform>%n weitere Sicherungen liegen im früheren Ordner %1; restore nimmt den Pfad eines Satzes dort.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stood still: “%2” was killed while it had paused it. It was let go on, and that was put back.</source>
        <translation>%1 stand still: „%2“ wurde beendet, während es angehalten war. Es läuft weiter, und der Vorgang wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>--since and --until take 2026-11-20, 2026-11-20T22:00:00Z or how long ago: 30min, 1h, 2d. Times are of UTC here, those that are printed and those that are given without a zone.</source>
        <translation>--since und --until nehmen 2026-11-20, 2026-11-20T22:00:00Z oder wie lange her: 30min, 1h, 2d. Zeiten sind hier UTC, die gezeigten und die ohne Zone angegebenen.</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, or nothing to do, 1 failed, 2 bad usage, 3 refused, 4 cancelled, 5 waiting for the operator.</source>
        <translation>Rückgabewerte: 0 getan oder nichts zu tun, 1 gescheitert, 2 falsch aufgerufen, 3 abgelehnt, 4 abgebrochen, 5 wartet auf den Operator.</translation>
    </message>
    <message>
        <source>“%1” is no command. For an item of a runbook: pilothouse-cli troubleshoot NAME lists those there are.</source>
        <translation>„%1“ ist kein Befehl. Für einen Punkt eines Runbooks: pilothouse-cli troubleshoot NAME zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean “%2”? See pilothouse-cli help.</source>
        <translation>Den Befehl „%1“ gibt es nicht. War „%2“ gemeint? Siehe pilothouse-cli help.</translation>
    </message>
    <message>
        <source>“%1” wants a verb: %2.</source>
        <translation>„%1“ braucht ein Verb: %2.</translation>
    </message>
    <message>
        <source>There is no command “%1 %2”. Did you mean “%2”? “%1” takes: %3.</source>
        <translation>Den Befehl „%1 %2“ gibt es nicht. War „%2“ gemeint? „%1“ kennt: %3.</translation>
    </message>
    <message>
        <source>There is no command “%1 %2”. “%1” takes: %3.</source>
        <translation>Den Befehl „%1 %2“ gibt es nicht. „%1“ kennt: %3.</translation>
    </message>
    <message>
        <source>There is no command “%1 %2”. Did you mean “%1 %4”? “%1” takes: %3.</source>
        <translation>Den Befehl „%1 %2“ gibt es nicht. War „%1 %4“ gemeint? „%1“ kennt: %3.</translation>
    </message>
    <message>
        <source>Usage: pilothouse-cli %1</source>
        <translation>Aufruf: pilothouse-cli %1</translation>
    </message>
    <message>
        <source>A command comes first, then “%1”. See pilothouse-cli help.</source>
        <translation>Zuerst kommt ein Befehl, dann „%1“. Siehe pilothouse-cli help.</translation>
    </message>
    <message>
        <source>What Pilothouse gave it at each start is forgotten: started by other means it has its old level and signing secret.</source>
        <translation>Was Pilothouse ihm bei jedem Start mitgab, ist vergessen: anders gestartet hat es seine alte Stufe und sein altes Signaturgeheimnis.</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>The last records of a log. Times without a zone are of UTC.</source>
        <translation>Die letzten Einträge eines Logs. Zeiten ohne Zone sind UTC.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Pid file</source>
        <translation>Pid-Datei</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>Backup-Ordner</translation>
    </message>
    <message>
        <source>Second backup folder</source>
        <translation>Zweiter Backup-Ordner</translation>
    </message>
    <message>
        <source>Archive format</source>
        <translation>Archivformat</translation>
    </message>
    <message>
        <source>Days of safety copies</source>
        <translation>Tage für Sicherheitskopien</translation>
    </message>
    <message>
        <source>Log is watched for</source>
        <translation>Log wird beobachtet</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>Health-Adresse</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Health</translation>
    </message>
    <message>
        <source>Failures in a row</source>
        <translation>Fehlschläge in Folge</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozess-Id</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>Zuvor beendet</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>Wegen Speichermangel beendet</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Restart policy</source>
        <translation>Neustart-Regel</translation>
    </message>
    <message>
        <source>Removed when it ends</source>
        <translation>Wird am Ende entfernt</translation>
    </message>
    <message>
        <source>Triggered by</source>
        <translation>Ausgelöst von</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Digest of the image</source>
        <translation>Digest des Images</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Health-Prüfung</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Was sie sagte</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Time to start</source>
        <translation>Zeit zum Starten</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>CPU now</source>
        <translation>CPU jetzt</translation>
    </message>
    <message>
        <source>Memory now</source>
        <translation>Speicher jetzt</translation>
    </message>
    <message>
        <source>Most memory in 7 days</source>
        <translation>Meister Speicher in 7 Tagen</translation>
    </message>
    <message>
        <source>Most CPU in 7 days</source>
        <translation>Meiste CPU in 7 Tagen</translation>
    </message>
    <message>
        <source>Memory limit</source>
        <translation>Speichergrenze</translation>
    </message>
    <message>
        <source>Memory and swap</source>
        <translation>Speicher und Swap</translation>
    </message>
    <message>
        <source>Cores at most</source>
        <translation>Kerne höchstens</translation>
    </message>
    <message>
        <source>Network received</source>
        <translation>Netz empfangen</translation>
    </message>
    <message>
        <source>Network sent</source>
        <translation>Netz gesendet</translation>
    </message>
    <message>
        <source>Read from disk</source>
        <translation>Von Platte gelesen</translation>
    </message>
    <message>
        <source>Written to disk</source>
        <translation>Auf Platte geschrieben</translation>
    </message>
    <message>
        <source>Can be changed here</source>
        <translation>Hier änderbar</translation>
    </message>
    <message>
        <source>Defined by</source>
        <translation>Festgelegt durch</translation>
    </message>
    <message>
        <source>Limits of the profile</source>
        <translation>Grenzen des Profils</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Log-Level</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Stammt aus</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>Log-Treiber</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Files kept</source>
        <translation>Behaltene Dateien</translation>
    </message>
    <message>
        <source>Size now</source>
        <translation>Größe jetzt</translation>
    </message>
    <message>
        <source>All logs at most</source>
        <translation>Alle Logs höchstens</translation>
    </message>
    <message>
        <source>Goes back by itself</source>
        <translation>Geht von selbst zurück</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>With its rotations</source>
        <translation>Mit Rotationen</translation>
    </message>
    <message>
        <source>Rotates at</source>
        <translation>Rotiert bei</translation>
    </message>
    <message>
        <source>Rotations</source>
        <translation>Rotationen</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Behält</translation>
    </message>
    <message>
        <source>Write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>Shared memory file</source>
        <translation>Shared-Memory-Datei</translation>
    </message>
    <message>
        <source>Rollback journal</source>
        <translation>Rollback-Journal</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Free pages</source>
        <translation>Freie Seiten</translation>
    </message>
    <message>
        <source>Journal mode</source>
        <translation>Journal-Modus</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Growth a day</source>
        <translation>Wachstum am Tag</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Full by</source>
        <translation>Voll bis</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letztes Backup</translation>
    </message>
    <message>
        <source>Last verified backup</source>
        <translation>Letztes geprüftes Backup</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Eingerichtet</translation>
    </message>
    <message>
        <source>Usual time</source>
        <translation>Übliche Zeit</translation>
    </message>
    <message>
        <source>Runs while logged out</source>
        <translation>Läuft ohne Anmeldung</translation>
    </message>
    <message>
        <source>Removes old backups</source>
        <translation>Entfernt alte Backups</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Late from</source>
        <translation>Zu spät ab</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Its exit code</source>
        <translation>Sein Exit-Code</translation>
    </message>
    <message>
        <source>Its problem</source>
        <translation>Sein Problem</translation>
    </message>
    <message>
        <source>Missed runs</source>
        <translation>Versäumte Läufe</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Jobs of others</source>
        <translation>Aufträge anderer</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Newer ones</source>
        <translation>Neuere</translation>
    </message>
    <message>
        <source>Kept for the way back</source>
        <translation>Für den Rückweg behalten</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open to others</source>
        <translation>Für andere offen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>For its definition</source>
        <translation>Für seine Definition</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-Id</translation>
    </message>
    <message>
        <source>Group id</source>
        <translation>Gruppen-Id</translation>
    </message>
    <message>
        <source>Digest of its schema</source>
        <translation>Digest des Schemas</translation>
    </message>
    <message>
        <source>User version</source>
        <translation>User-Version</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>Anwendungs-Id</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Read through the engine</source>
        <translation>Über die Engine gelesen</translation>
    </message>
    <message>
        <source>Compose files</source>
        <translation>Compose-Dateien</translation>
    </message>
    <message>
        <source>Unit of this user</source>
        <translation>Unit dieses Nutzers</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>good to know</source>
        <translation>gut zu wissen</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>backup is too old</source>
        <translation>Backup ist zu alt</translation>
    </message>
    <message>
        <source>waits for an operator</source>
        <translation>wartet auf einen Operator</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>gesund</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 of %2 stays as it is; nothing goes back by itself.</source>
        <translation>%1 von %2 bleibt, wie es ist; nichts geht von selbst zurück.</translation>
    </message>
    <message>
        <source>Leave it as it is: the operation does not go back by itself any more.</source>
        <translation>So lassen: Der Vorgang geht nicht mehr von selbst zurück.</translation>
    </message>
    <message>
        <source>It has no schedule: what runs this was left behind by another instance of that name.</source>
        <translation>Sie hat keinen Zeitplan: Was dies ausführt, ist von einer anderen Instanz dieses Namens übrig.</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>A drill of %1 was killed. What it had made was removed.</source>
        <translation>Eine Übung von %1 wurde abgebrochen. Was sie angelegt hatte, wurde entfernt.</translation>
    </message>
    <message>
        <source>Stale: no drill has passed yet; one is due every %1 days.</source>
        <translation>Überfällig: Noch keine Übung wurde bestanden; fällig ist eine alle %1 Tage.</translation>
    </message>
    <message>
        <source>Stale: the next one was due on %1.</source>
        <translation>Überfällig: Die nächste war am %1 fällig.</translation>
    </message>
    <message>
        <source>The next one is due on %1.</source>
        <translation>Die nächste ist am %1 fällig.</translation>
    </message>
    <message>
        <source>It is not signed.</source>
        <translation>Er ist nicht signiert.</translation>
    </message>
    <message>
        <source>Its signature is good.</source>
        <translation>Seine Signatur stimmt.</translation>
    </message>
    <message>
        <source>Its signature is not good: it has been changed.</source>
        <translation>Seine Signatur stimmt nicht: Er wurde verändert.</translation>
    </message>
    <message>
        <source>The audit has its digest.</source>
        <translation>Das Audit hat seine Prüfsumme.</translation>
    </message>
    <message>
        <source>The audit does not have its digest.</source>
        <translation>Das Audit hat seine Prüfsumme nicht.</translation>
    </message>
    <message>
        <source>The audit itself is not whole.</source>
        <translation>Das Audit selbst ist nicht vollständig.</translation>
    </message>
    <message>
        <source>No key came by standard input.</source>
        <translation>Über die Standardeingabe kam kein Schlüssel.</translation>
    </message>
    <message>
        <source>Pipe it in: pilothouse-cli drill key NAME &lt; file-with-the-key</source>
        <translation>Leiten Sie ihn hinein: pilothouse-cli drill key NAME &lt; Datei-mit-dem-Schlüssel</translation>
    </message>
    <message>
        <source>Back up, restore into a scratch place, prove it there, clear up, report.</source>
        <translation>Sichern, an einem Übungsort wiederherstellen, dort prüfen, aufräumen, berichten.</translation>
    </message>
    <message>
        <source>The drills so far, and whether another one is due.</source>
        <translation>Die bisherigen Übungen, und ob eine weitere fällig ist.</translation>
    </message>
    <message>
        <source>Whether a report is as it was written.</source>
        <translation>Ob ein Bericht ist, wie er geschrieben wurde.</translation>
    </message>
    <message>
        <source>Keep the key with which drills call the service; it comes by standard input.</source>
        <translation>Den Schlüssel hinterlegen, mit dem Übungen den Dienst aufrufen; er kommt über die Standardeingabe.</translation>
    </message>
    <message>
        <source>A drill is due every 1 to 3650 days.</source>
        <translation>Eine Übung ist alle 1 bis 3650 Tage fällig.</translation>
    </message>
    <message>
        <source>Last drill</source>
        <translation>Letzte Übung</translation>
    </message>
    <message>
        <source>Next drill due</source>
        <translation>Nächste Übung fällig</translation>
    </message>
    <message>
        <source>This server cannot be taken back to a point in time, because:</source>
        <translation>Dieser Server kann nicht auf einen Zeitpunkt zurückgesetzt werden, denn:</translation>
    </message>
    <message>
        <source>Any moment from %1 until now.</source>
        <translation>Jeder Zeitpunkt von %1 bis jetzt.</translation>
    </message>
    <message>
        <source>In the archive so far: until %1.</source>
        <translation>Bisher im Archiv: bis %1.</translation>
    </message>
    <message>
        <source>Stanza %1: %2. WAL %3 to %4.</source>
        <translation>Stanza %1: %2. WAL %3 bis %4.</translation>
    </message>
    <message>
        <source>Beside it: %1, running</source>
        <translation>Daneben: %1, läuft</translation>
    </message>
    <message>
        <source>Beside it: %1</source>
        <translation>Daneben: %1</translation>
    </message>
    <message>
        <source>What scaling needs (replicas, replica or pooler), with a configuration to copy.</source>
        <translation>Was eine Skalierung braucht (replicas, replica oder pooler), mit einer Konfiguration zum Kopieren.</translation>
    </message>
    <message>
        <source>How far the database server can be taken back in time, and what is missing for it.</source>
        <translation>Wie weit der Datenbankserver in der Zeit zurückgesetzt werden kann und was dafür fehlt.</translation>
    </message>
    <message>
        <source>Back up the whole database server with pgBackRest.</source>
        <translation>Den ganzen Datenbankserver mit pgBackRest sichern.</translation>
    </message>
    <message>
        <source>Restore the server as of a time: beside the live one, proved and removed again; with --keep left running; with --in-place in its place.</source>
        <translation>Den Server zu einem Zeitpunkt wiederherstellen: neben dem laufenden, geprüft und wieder entfernt; mit --keep läuft er weiter; mit --in-place an dessen Stelle.</translation>
    </message>
    <message>
        <source>Remove a data directory that such a restore has made or kept.</source>
        <translation>Ein Datenverzeichnis entfernen, das eine solche Wiederherstellung angelegt oder behalten hat.</translation>
    </message>
    <message>
        <source>Set up WAL archiving with pgBackRest: configuration, stanza, settings, restart; with undo of the settings.</source>
        <translation>WAL-Archivierung mit pgBackRest einrichten: Konfiguration, Stanza, Einstellungen, Neustart; die Einstellungen lassen sich zurücknehmen.</translation>
    </message>
    <message>
        <source>The table has no rows.</source>
        <translation>Die Tabelle hat keine Zeilen.</translation>
    </message>
    <message>
        <source>There are more rows than these.</source>
        <translation>Es gibt mehr Zeilen als diese.</translation>
    </message>
    <message>
        <source>not visible: needs pg_monitor</source>
        <translation>nicht sichtbar: dafür braucht es pg_monitor</translation>
    </message>
    <message>
        <source>not known: needs pg_monitor</source>
        <translation>nicht bekannt: dafür braucht es pg_monitor</translation>
    </message>
    <message>
        <source>(the newest are shown: --count sets how many, --stream shows all)</source>
        <translation>(die neuesten; --count legt fest, wie viele, --stream zeigt alle)</translation>
    </message>
    <message>
        <source>Records that hold a text or match a regular expression or a filter, rotations included; --source all looks into every log.</source>
        <translation>Einträge, die einen Text enthalten oder auf einen regulären Ausdruck oder einen Filter passen, Rotationen eingeschlossen; --source all sucht in jedem Log.</translation>
    </message>
    <message>
        <source>Records over time, by level, by any field, the slowest, a question of the profile, or what is unusual.</source>
        <translation>Einträge über die Zeit, je Stufe, je Feld, die langsamsten, eine Frage des Profils oder was auffällt.</translation>
    </message>
    <message>
        <source>Name the folder that the set is written to.</source>
        <translation>Den Ordner nennen, in den der Satz geschrieben wird.</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest, also in the audit: %1</source>
        <translation>SHA-256 des Manifests, auch im Audit: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2, as they were made by %3 at %4.</source>
        <translation>%1 von %2, so wie %3 sie am %4 angelegt hat.</translation>
    </message>
    <message>
        <source>SHA-256 of the manifest: %1</source>
        <translation>SHA-256 des Manifests: %1</translation>
    </message>
    <message>
        <source>Look whether an evidence set is as it was made.</source>
        <translation>Nachsehen, ob ein Beweissatz so ist, wie er angelegt wurde.</translation>
    </message>
    <message>
        <source>Keep logs as evidence: whole files, or the records that are asked for, with their SHA-256.</source>
        <translation>Logs als Beweis aufheben: ganze Dateien oder die gesuchten Einträge, mit ihrem SHA-256.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>(%1 of %2: --top sets how many are shown)</source>
        <translation>(%1 von %2; --top legt fest, wie viele)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) looked through.</source>
        <translation>
            <numerusform>%n Anfrage durchgesehen.</numerusform>
            <numerusform>%n Anfragen durchgesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bursts:</source>
        <translation>Häufungen:</translation>
    </message>
    <message>
        <source>Clients that try paths that do not exist:</source>
        <translation>Clients, die Pfade versuchen, die es nicht gibt:</translation>
    </message>
    <message>
        <source>Clients that are refused again and again:</source>
        <translation>Clients, die immer wieder abgewiesen werden:</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>By level: %1</source>
        <translation>Je Stufe: %1</translation>
    </message>
    <message>
        <source>Requests by status: %1</source>
        <translation>Anfragen je Status: %1</translation>
    </message>
    <message>
        <source>Without a command, pilothouse opens its window: pilothouse [--demo] [--language CODE] [--screenshots FOLDER [--pictures NAMES]].</source>
        <translation>Ohne Befehl öffnet pilothouse sein Fenster: pilothouse [--demo] [--language CODE] [--screenshots FOLDER [--pictures NAMES]].</translation>
    </message>
    <message>
        <source>No maintenance runs on the server.</source>
        <translation>Auf dem Server läuft keine Wartung.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <source>Archived segments</source>
        <translation>Archivierte Segmente</translation>
    </message>
    <message>
        <source>Failures of the archive</source>
        <translation>Fehlschläge des Archivs</translation>
    </message>
    <message>
        <source>Archive mode</source>
        <translation>Archivmodus</translation>
    </message>
    <message>
        <source>Bloat, about</source>
        <translation>Aufgebläht, etwa</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Holds up</source>
        <translation>Hält auf</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Clients active</source>
        <translation>Aktive Clients</translation>
    </message>
    <message>
        <source>Clients waiting</source>
        <translation>Wartende Clients</translation>
    </message>
    <message>
        <source>Collation</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections taken</source>
        <translation>Belegte Verbindungen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Sessions not visible</source>
        <translation>Nicht sichtbare Sitzungen</translation>
    </message>
    <message>
        <source>Idle in transaction</source>
        <translation>Untätig in Transaktion</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Archive fails</source>
        <translation>Archiv schlägt fehl</translation>
    </message>
    <message>
        <source>WAL is archived</source>
        <translation>WAL wird archiviert</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Standby or in recovery</source>
        <translation>Standby oder in Wiederherstellung</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Standby</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>WAL kept</source>
        <translation>Behaltenes WAL</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Behind in time</source>
        <translation>Rückstand in Zeit</translation>
    </message>
    <message>
        <source>Archived last</source>
        <translation>Zuletzt archiviert</translation>
    </message>
    <message>
        <source>Archived last at</source>
        <translation>Zuletzt archiviert um</translation>
    </message>
    <message>
        <source>Failed last</source>
        <translation>Zuletzt fehlgeschlagen</translation>
    </message>
    <message>
        <source>Failed last at</source>
        <translation>Zuletzt fehlgeschlagen um</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Clients at most</source>
        <translation>Clients höchstens</translation>
    </message>
    <message>
        <source>Connections at most</source>
        <translation>Verbindungen höchstens</translation>
    </message>
    <message>
        <source>Senders of WAL at most</source>
        <translation>WAL-Sender höchstens</translation>
    </message>
    <message>
        <source>Longest transaction</source>
        <translation>Längste Transaktion</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Size of a pool</source>
        <translation>Größe eines Pools</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Replay is behind</source>
        <translation>Rückstand beim Einspielen</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Kept for superusers</source>
        <translation>Für Superuser frei gehalten</translation>
    </message>
    <message>
        <source>Rollbacks</source>
        <translation>Rollbacks</translation>
    </message>
    <message>
        <source>Rows, about</source>
        <translation>Zeilen, etwa</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Servers active</source>
        <translation>Aktive Server</translation>
    </message>
    <message>
        <source>Servers idle</source>
        <translation>Untätige Server</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Slots</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Commits wait</source>
        <translation>Commits warten</translation>
    </message>
    <message>
        <source>Table itself</source>
        <translation>Tabelle selbst</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Temporary files</source>
        <translation>Temporäre Dateien</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Age of the oldest row</source>
        <translation>Alter der ältesten Zeile</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Vacuumed</source>
        <translation>Vacuum zuletzt</translation>
    </message>
    <message>
        <source>Waiting for a lock</source>
        <translation>Warten auf eine Sperre</translation>
    </message>
    <message>
        <source>Segments to archive</source>
        <translation>Zu archivierende Segmente</translation>
    </message>
    <message>
        <source>WAL level</source>
        <translation>WAL-Stufe</translation>
    </message>
    <message>
        <source>WAL</source>
        <translation>WAL</translation>
    </message>
    <message>
        <source>Verify a set, or any dump of pg_dump, from its files alone, without an instance.</source>
        <translation>Einen Satz oder irgendeinen Dump von pg_dump allein anhand seiner Dateien prüfen, ohne Instanz.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Databases on servers</source>
        <translation>Datenbanken auf Servern</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Stopped on purpose</source>
        <translation>Mit Absicht angehalten</translation>
    </message>
    <message>
        <source>Stopped by</source>
        <translation>Angehalten von</translation>
    </message>
    <message>
        <source>note      %1</source>
        <translation>Hinweis   %1</translation>
    </message>
    <message>
        <source>Remove the timer %1 or the line of cron, or install a schedule: pilothouse-cli schedule install %2</source>
        <translation>Entfernen Sie den Timer %1 oder die Zeile von cron, oder richten Sie einen Zeitplan ein: pilothouse-cli schedule install %2</translation>
    </message>
    <message>
        <source>%1: drill of %2 by schedule</source>
        <translation>%1: Übung von %2 nach Zeitplan</translation>
    </message>
    <message>
        <source>The schedules: next run, last run, runs that were missed.</source>
        <translation>Die Zeitpläne: nächster Lauf, letzter Lauf, verpasste Läufe.</translation>
    </message>
    <message>
        <source>Back up, or drill, by schedule; first sees whether it would succeed.</source>
        <translation>Nach Zeitplan sichern oder üben; sieht zuerst nach, ob es gelingen würde.</translation>
    </message>
    <message>
        <source>Whether a schedule would find all it needs here and now.</source>
        <translation>Ob ein Zeitplan hier und jetzt alles fände, was er braucht.</translation>
    </message>
    <message>
        <source>Nobody but Pilothouse is connected.</source>
        <translation>Niemand außer Pilothouse ist verbunden.</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Saved for every instance of %1.</source>
        <translation>Gespeichert für jede Instanz von %1.</translation>
    </message>
    <message>
        <source>Renamed for every instance of %1.</source>
        <translation>Umbenannt für jede Instanz von %1.</translation>
    </message>
    <message>
        <source>Removed for every instance of %1.</source>
        <translation>Entfernt für jede Instanz von %1.</translation>
    </message>
    <message>
        <source>Keep a filter under a name, for --saved.</source>
        <translation>Einen Filter unter einem Namen behalten, für --saved.</translation>
    </message>
    <message>
        <source>Give a saved filter another name.</source>
        <translation>Einem gespeicherten Filter einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Remove a saved filter.</source>
        <translation>Einen gespeicherten Filter entfernen.</translation>
    </message>
    <message>
        <source>The filters that are kept under names, for --saved.</source>
        <translation>Die Filter, die unter Namen behalten sind, für --saved.</translation>
    </message>
    <message>
        <source>Change the driver of a container&apos;s log, its size and files; with undo.</source>
        <translation>Treiber des Protokolls eines Containers, dessen Größe und Anzahl der Dateien ändern; lässt sich zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) with a line of more than %1, of which only the beginning was looked at.</source>
        <translation>
            <numerusform>%n Eintrag mit einer Zeile von mehr als %1, von der nur der Anfang durchsucht wurde.</numerusform>
            <numerusform>%n Einträge mit einer Zeile von mehr als %1, von der nur der Anfang durchsucht wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of %1 with a line of which only the first %2 bytes are kept.</source>
        <translation>
            <numerusform>%n Eintrag von %1 mit einer Zeile, von der nur die ersten %2 Bytes aufbewahrt sind.</numerusform>
            <numerusform>%n Einträge von %1 mit einer Zeile, von der nur die ersten %2 Bytes aufbewahrt sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Gelesen über</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Gemacht</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>Stempel</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Geschätzt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Soll</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Recovery took</source>
        <translation>Dauer der Wiederherstellung</translation>
    </message>
    <message>
        <source>Data lost</source>
        <translation>Datenverlust</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Server errors</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>The audit is whole; records: %1.</source>
        <translation>Das Audit ist vollständig; Einträge: %1.</translation>
    </message>
    <message>
        <source>Record %1 does not follow: %2</source>
        <translation>Eintrag %1 schließt nicht an: %2</translation>
    </message>
    <message>
        <source>Records that a crash cut off and that were noted: %1.</source>
        <translation>Einträge, die ein Absturz abschnitt und die vermerkt sind: %1.</translation>
    </message>
    <message>
        <source>Waits for %1, which is not there yet.</source>
        <translation>Wartet auf %1; die Datei gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Waits for %1, whose folder is not there: look whether its disk is mounted, or start the service once.</source>
        <translation>Wartet auf %1; der Ordner ist nicht da: Sehen Sie nach, ob der Datenträger eingehängt ist, oder starten Sie den Dienst einmal.</translation>
    </message>
    <message>
        <source>done, with a problem</source>
        <translation>erledigt, mit einem Problem</translation>
    </message>
</context>
<context>
    <name>ComposeActions</name>
    <message>
        <source>This instance is no service of a compose project.</source>
        <translation>Diese Instanz ist kein Dienst eines Compose-Projekts.</translation>
    </message>
    <message>
        <source>Add it with its project: instance add --compose PROJECT/SERVICE.</source>
        <translation>Mit ihrem Projekt hinzufügen: instance add --compose PROJEKT/DIENST.</translation>
    </message>
    <message>
        <source>What %1 wrote into its container, and not into a volume or a folder</source>
        <translation>Was %1 in seinen Container geschrieben hat und nicht in ein Volume oder einen Ordner</translation>
    </message>
    <message>
        <source>The data of %1 lies in the container itself and would go with it.</source>
        <translation>Die Daten von %1 liegen im Container selbst und gingen mit ihm verloren.</translation>
    </message>
    <message>
        <source>Mount a volume at %1 and copy the data there first.</source>
        <translation>Zuerst ein Volume unter %1 einhängen und die Daten dorthin kopieren.</translation>
    </message>
    <message>
        <source>The project %1 has no such service.</source>
        <translation>Das Projekt %1 hat keinen solchen Dienst.</translation>
    </message>
    <message>
        <source>“compose services” lists those there are.</source>
        <translation>„compose services“ listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>Create and start %1</source>
        <translation>%1 anlegen und starten</translation>
    </message>
    <message>
        <source>Stop and remove %1</source>
        <translation>%1 stoppen und entfernen</translation>
    </message>
    <message>
        <source>Replace the containers of %1</source>
        <translation>Die Container von %1 ersetzen</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Named volumes and folders of this machine stay.</source>
        <translation>Benannte Volumes und Ordner dieses Rechners bleiben.</translation>
    </message>
    <message>
        <source>Service; empty: all of the project</source>
        <translation>Dienst; leer: das ganze Projekt</translation>
    </message>
    <message>
        <source>Create and start the project</source>
        <translation>Projekt anlegen und starten</translation>
    </message>
    <message>
        <source>Restart the project</source>
        <translation>Projekt neu starten</translation>
    </message>
    <message>
        <source>Replace containers</source>
        <translation>Container ersetzen</translation>
    </message>
    <message>
        <source>Stop and remove the project</source>
        <translation>Projekt stoppen und entfernen</translation>
    </message>
    <message>
        <source>Services of the compose project</source>
        <translation>Dienste des Compose-Projekts</translation>
    </message>
</context>
<context>
    <name>ComposeLogStream</name>
    <message numerus="yes">
        <source>Through the engine: %n container(s), merged by time.</source>
        <translation>
            <numerusform>Über die Engine: %n Container.</numerusform>
            <numerusform>Über die Engine: %n Container, nach der Zeit zusammengeführt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeProject</name>
    <message>
        <source>The project has no container whose log could be read.</source>
        <translation>Das Projekt hat keinen Container, dessen Protokoll gelesen werden könnte.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a compose project or service.</source>
        <translation>„%1“ ist kein Name eines Compose-Projekts oder -Dienstes.</translation>
    </message>
    <message>
        <source>Where the files of this compose project lie is not known.</source>
        <translation>Es ist nicht bekannt, wo die Dateien dieses Compose-Projekts liegen.</translation>
    </message>
    <message>
        <source>Start it once with docker-compose, and add it again.</source>
        <translation>Einmal mit docker-compose starten und neu hinzufügen.</translation>
    </message>
    <message>
        <source>Neither docker-compose nor the compose plugin of docker is installed.</source>
        <translation>Weder docker-compose noch das Compose-Plugin von docker ist installiert.</translation>
    </message>
    <message>
        <source>Install the package docker-compose.</source>
        <translation>Das Paket docker-compose installieren.</translation>
    </message>
    <message>
        <source>This file of the compose project cannot be read here.</source>
        <translation>Diese Datei des Compose-Projekts kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Put it back, or run Pilothouse as a user who may read it.</source>
        <translation>Zurücklegen, oder Pilothouse als Benutzer ausführen, der sie lesen darf.</translation>
    </message>
    <message>
        <source>The compose tool refused: %1.</source>
        <translation>Das Compose-Werkzeug hat abgelehnt: %1.</translation>
    </message>
    <message>
        <source>Read what it says, mend the files of the project, and try again.</source>
        <translation>Lesen, was es sagt, die Dateien des Projekts berichtigen und erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>ComposeReplaceStep</name>
    <message>
        <source>This instance is no service of a compose project.</source>
        <translation>Diese Instanz ist kein Dienst eines Compose-Projekts.</translation>
    </message>
    <message>
        <source>Make the containers of %1 again with a new random %2</source>
        <translation>Die Container von %1 mit einem neuen zufälligen %2 neu anlegen</translation>
    </message>
    <message>
        <source>Make the containers of %1 again with the old %2</source>
        <translation>Die Container von %1 mit dem alten %2 neu anlegen</translation>
    </message>
    <message>
        <source>Let %1 mean %2, and make the containers of %3 again</source>
        <translation>%1 auf %2 zeigen lassen und die Container von %3 neu anlegen</translation>
    </message>
    <message>
        <source>Let %1 mean the new image, and make the containers of %2 again</source>
        <translation>%1 auf das neue Image zeigen lassen und die Container von %2 neu anlegen</translation>
    </message>
    <message>
        <source>The service has no container.</source>
        <translation>Der Dienst hat keinen Container.</translation>
    </message>
    <message>
        <source>The containers of the service have different images.</source>
        <translation>Die Container des Dienstes haben verschiedene Images.</translation>
    </message>
    <message>
        <source>Recreate the service first, so that all have the same.</source>
        <translation>Den Dienst zuerst neu anlegen, damit alle dasselbe haben.</translation>
    </message>
    <message>
        <source>The compose tool gives the service another secret than the one in the environment file.</source>
        <translation>Das Compose-Werkzeug gibt dem Dienst ein anderes Geheimnis als das in der Umgebungsdatei.</translation>
    </message>
    <message>
        <source>Look for it in the project&apos;s files.</source>
        <translation>In den Dateien des Projekts danach suchen.</translation>
    </message>
    <message>
        <source>The compose tool made the containers with another image.</source>
        <translation>Das Compose-Werkzeug hat die Container mit einem anderen Image angelegt.</translation>
    </message>
    <message>
        <source>Change the image in the project&apos;s file instead.</source>
        <translation>Stattdessen das Image in der Datei des Projekts ändern.</translation>
    </message>
    <message>
        <source>%1 (the secret before)</source>
        <translation>%1 (das Geheimnis davor)</translation>
    </message>
    <message>
        <source>The image %1 (the service as it was)</source>
        <translation>Das Image %1 (der Dienst, wie er war)</translation>
    </message>
</context>
<context>
    <name>ComposeRunStep</name>
    <message>
        <source>This instance is no service of a compose project.</source>
        <translation>Diese Instanz ist kein Dienst eines Compose-Projekts.</translation>
    </message>
    <message>
        <source>the project %1</source>
        <translation>das Projekt %1</translation>
    </message>
    <message>
        <source>Create and start %1</source>
        <translation>%1 anlegen und starten</translation>
    </message>
    <message>
        <source>Stop and remove %1</source>
        <translation>%1 stoppen und entfernen</translation>
    </message>
    <message>
        <source>Replace the containers of %1</source>
        <translation>Die Container von %1 ersetzen</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>The verb is up, down, restart or recreate.</source>
        <translation>Das Verb ist up, down, restart oder recreate.</translation>
    </message>
</context>
<context>
    <name>ComposeRuntime</name>
    <message>
        <source>The project has no container of the service “%1”.</source>
        <translation>Das Projekt hat keinen Container des Dienstes „%1“.</translation>
    </message>
    <message>
        <source>Create it with “%1”.</source>
        <translation>Mit „%1“ anlegen.</translation>
    </message>
    <message>
        <source>No container of the service runs.</source>
        <translation>Kein Container des Dienstes läuft.</translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>address of a database</source>
        <translation>Adresse einer Datenbank</translation>
    </message>
    <message>
        <source>Write it as postgresql://user@host:5432/database; the password is asked for.</source>
        <translation>Als postgresql://user@host:5432/database schreiben; nach dem Passwort wird gefragt.</translation>
    </message>
    <message>
        <source>It is empty or holds a zero byte.</source>
        <translation>Sie ist leer oder enthält ein Nullbyte.</translation>
    </message>
    <message>
        <source>It is not an address that PostgreSQL&apos;s library understands.</source>
        <translation>Es ist keine Adresse, die die Bibliothek von PostgreSQL versteht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be used here, or its value is wrong.</source>
        <translation>„%1“ ist hier nicht verwendbar, oder der Wert ist falsch.</translation>
    </message>
    <message>
        <source>It names several servers; Pilothouse works with one at a time.</source>
        <translation>Sie nennt mehrere Server; Pilothouse arbeitet mit einem.</translation>
    </message>
    <message>
        <source>There is an &quot;@&quot; or &quot;:&quot; where the server and the database are named.</source>
        <translation>Wo Server und Datenbank stehen, ist ein „@“ oder „:“.</translation>
    </message>
    <message>
        <source>In a password, write @ as %40, : as %3A and / as %2F.</source>
        <translation>In einem Passwort @ als %40, : als %3A und / als %2F schreiben.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>There is no query “%1”.</source>
        <translation>Die Abfrage „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>It is still backed up by schedule, %1.</source>
        <translation>Es wird noch nach Zeitplan gesichert, %1.</translation>
    </message>
    <message>
        <source>First run: pilothouse-cli schedule remove %1</source>
        <translation>Zuerst ausführen: pilothouse-cli schedule remove %1</translation>
    </message>
    <message>
        <source>%1 has still to go back by itself.</source>
        <translation>%1 geht noch von selbst zurück.</translation>
    </message>
    <message>
        <source>First put it back: pilothouse-cli undo apply %1, or leave it as it is: pilothouse-cli revert cancel %1</source>
        <translation>Zuerst zurücksetzen: pilothouse-cli undo apply %1, oder so lassen: pilothouse-cli revert cancel %1</translation>
    </message>
    <message>
        <source>No operation of that id goes back by itself.</source>
        <translation>Kein Vorgang mit dieser Kennung geht von selbst zurück.</translation>
    </message>
    <message>
        <source>It is still drilled by schedule, %1.</source>
        <translation>Sie wird noch nach Zeitplan geübt, %1.</translation>
    </message>
    <message>
        <source>First run: pilothouse-cli schedule remove %1 --drill</source>
        <translation>Zuerst: pilothouse-cli schedule remove %1 --drill</translation>
    </message>
</context>
<context>
    <name>ContainerAccess</name>
    <message>
        <source>The service runs in no container.</source>
        <translation>Der Dienst läuft in keinem Container.</translation>
    </message>
</context>
<context>
    <name>ContainerPush</name>
    <message>
        <source>The container runs; its databases are not written under it.</source>
        <translation>Der Container läuft; unter ihm werden keine Datenbanken geschrieben.</translation>
    </message>
    <message>
        <source>Find out what started it, stop that, then try again.</source>
        <translation>Finden Sie heraus, was ihn gestartet hat, beenden Sie das und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What the container held before is not recorded.</source>
        <translation>Was der Container vorher enthielt, ist nicht festgehalten.</translation>
    </message>
    <message>
        <source>Its databases have changed since they were copied.</source>
        <translation>Seine Datenbanken haben sich seit dem Kopieren geändert.</translation>
    </message>
    <message>
        <source>Something else writes to this volume; stop it, then plan this anew.</source>
        <translation>Etwas anderes schreibt in dieses Volume; beenden Sie das und planen Sie neu.</translation>
    </message>
    <message>
        <source>The databases in the container are not as they were before.</source>
        <translation>Die Datenbanken im Container sind nicht wie vorher.</translation>
    </message>
    <message>
        <source>The data of this instance is reached directly.</source>
        <translation>Die Daten dieser Instanz sind direkt erreichbar.</translation>
    </message>
</context>
<context>
    <name>ContainerRemoveStep</name>
    <message>
        <source>Remove the container %1</source>
        <translation>Den Container %1 entfernen</translation>
    </message>
    <message>
        <source>The container runs.</source>
        <translation>Der Container läuft.</translation>
    </message>
</context>
<context>
    <name>ContainerSetLimitsStep</name>
    <message>
        <source>%1 of memory</source>
        <translation>%1 Speicher</translation>
    </message>
    <message>
        <source>any amount of memory</source>
        <translation>beliebig viel Speicher</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>alle Kerne</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Let %1 use at most %2</source>
        <translation>%1 höchstens %2 nutzen lassen</translation>
    </message>
</context>
<context>
    <name>ContainerWord</name>
    <message>
        <source>This instance runs in no container.</source>
        <translation>Diese Instanz läuft in keinem Container.</translation>
    </message>
</context>
<context>
    <name>CronFields</name>
    <message>
        <source>“%1” cannot stand in the time of a cron line.</source>
        <translation>„%1“ kann nicht in der Zeitangabe einer Cron-Zeile stehen.</translation>
    </message>
    <message>
        <source>The time of a cron line has five fields: “%1” has not.</source>
        <translation>Die Zeitangabe einer Cron-Zeile hat fünf Felder: „%1“ nicht.</translation>
    </message>
</context>
<context>
    <name>CronTable</name>
    <message>
        <source>A line of the cron table is not there any more.</source>
        <translation>Eine Zeile der Cron-Tabelle ist nicht mehr da.</translation>
    </message>
    <message>
        <source>crontab refused.</source>
        <translation>crontab hat abgelehnt.</translation>
    </message>
    <message>
        <source>Look into /etc/cron.allow and /etc/cron.deny.</source>
        <translation>Sehen Sie in /etc/cron.allow und /etc/cron.deny nach.</translation>
    </message>
</context>
<context>
    <name>DataMirror</name>
    <message>
        <source>In the container this is a link or something else that is no file.</source>
        <translation>Im Container ist das ein Verweis oder etwas anderes, aber keine Datei.</translation>
    </message>
    <message>
        <source>Name the folder that really holds the data.</source>
        <translation>Nennen Sie den Ordner, in dem die Daten wirklich liegen.</translation>
    </message>
    <message>
        <source>The container was paused for the copy and cannot be let go.</source>
        <translation>Der Container wurde zum Kopieren angehalten und lässt sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>Run “docker unpause %1” at once.</source>
        <translation>Führen Sie sofort „docker unpause %1“ aus.</translation>
    </message>
    <message>
        <source>It changed while it was copied.</source>
        <translation>Es hat sich während des Kopierens geändert.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The service writes too often for a copy while it runs.</source>
        <translation>Der Dienst schreibt zu oft, um ihn im Betrieb zu kopieren.</translation>
    </message>
    <message>
        <source>What is shown is the last copy; a backup makes a new one.</source>
        <translation>Gezeigt wird die letzte Kopie; eine Sicherung macht eine neue.</translation>
    </message>
    <message>
        <source>The container engine sent something else than the file that was asked for.</source>
        <translation>Die Container-Engine hat etwas anderes geschickt als die verlangte Datei.</translation>
    </message>
    <message>
        <source>It is larger than the %1 that may be copied.</source>
        <translation>Es ist größer als die %1, die kopiert werden dürfen.</translation>
    </message>
    <message>
        <source>The folder for the copy cannot be made.</source>
        <translation>Der Ordner für die Kopie lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The mode of a copied file cannot be set.</source>
        <translation>Die Rechte einer kopierten Datei lassen sich nicht setzen.</translation>
    </message>
</context>
<context>
    <name>DatabaseActions</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Free the empty pages (VACUUM)</source>
        <translation>Leere Seiten freigeben (VACUUM)</translation>
    </message>
    <message>
        <source>Make the planner&apos;s statistics anew (ANALYZE)</source>
        <translation>Statistik des Planers neu machen (ANALYZE)</translation>
    </message>
    <message>
        <source>Check databases</source>
        <translation>Datenbanken prüfen</translation>
    </message>
    <message>
        <source>Salvage a damaged database</source>
        <translation>Beschädigte Datenbank retten</translation>
    </message>
    <message>
        <source>Kept verdicts, newest first</source>
        <translation>Aufgehobene Urteile, neueste zuerst</translation>
    </message>
</context>
<context>
    <name>DatabaseAddress</name>
    <message>
        <source>The profile %1 has no database on a server.</source>
        <translation>Das Profil %1 hat keine Datenbank auf einem Server.</translation>
    </message>
    <message>
        <source>The profile %1 has several databases on a server.</source>
        <translation>Das Profil %1 hat mehrere Datenbanken auf einem Server.</translation>
    </message>
    <message>
        <source>Say which: ID=URL with one of %1.</source>
        <translation>Eine davon nennen: ID=URL mit %1.</translation>
    </message>
    <message>
        <source>The address of a pooler is kept without a password.</source>
        <translation>Die Adresse eines Poolers wird ohne Passwort gespeichert.</translation>
    </message>
    <message>
        <source>The password of the database is used there too.</source>
        <translation>Das Passwort der Datenbank gilt dort ebenso.</translation>
    </message>
</context>
<context>
    <name>DatabaseInspection</name>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
    <message>
        <source>Its tables are not those of this service; it is a backup of something else.</source>
        <translation>Ihre Tabellen sind nicht die dieses Dienstes; es ist eine Sicherung von etwas anderem.</translation>
    </message>
    <message>
        <source>It is empty: 0 bytes.</source>
        <translation>Sie ist leer: 0 Bytes.</translation>
    </message>
    <message>
        <source>It is not a SQLite database, or it is encrypted.</source>
        <translation>Es ist keine SQLite-Datenbank, oder sie ist verschlüsselt.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Sie ist beschädigt.</translation>
    </message>
    <message>
        <source>It holds no tables.</source>
        <translation>Sie enthält keine Tabellen.</translation>
    </message>
    <message>
        <source>The staged database cannot be prepared.</source>
        <translation>Die bereitgelegte Datenbank kann nicht vorbereitet werden.</translation>
    </message>
    <message>
        <source>Its content is not what was backed up.</source>
        <translation>Ihr Inhalt ist nicht der, der gesichert wurde.</translation>
    </message>
    <message>
        <source>It has other tables.</source>
        <translation>Sie hat andere Tabellen.</translation>
    </message>
    <message>
        <source>%1 has %2 rows instead of %3.</source>
        <translation>%1 hat %2 Zeilen statt %3.</translation>
    </message>
    <message>
        <source>%1 has other rows.</source>
        <translation>%1 hat andere Zeilen.</translation>
    </message>
</context>
<context>
    <name>DatabaseMaintenance</name>
    <message>
        <source>The structure of %1 is whole</source>
        <translation>Der Aufbau von %1 ist heil</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>The structure of %1 was not checked for %2</source>
        <translation>Der Aufbau von %1 wurde seit %2 nicht geprüft</translation>
    </message>
    <message>
        <source>The structure of %1 has not been checked</source>
        <translation>Der Aufbau von %1 ist nicht geprüft</translation>
    </message>
    <message>
        <source>No row of %1 points at a missing one</source>
        <translation>Keine Zeile von %1 verweist auf eine fehlende</translation>
    </message>
    <message>
        <source>Rows of %1 point at missing ones</source>
        <translation>Zeilen von %1 verweisen auf fehlende</translation>
    </message>
    <message>
        <source>The foreign keys of %1 were not checked for %2</source>
        <translation>Die Fremdschlüssel von %1 wurden seit %2 nicht geprüft</translation>
    </message>
    <message>
        <source>The foreign keys of %1 have not been checked</source>
        <translation>Die Fremdschlüssel von %1 sind nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>It is worth it every %n day(s); it reads the whole file.</source>
        <translation>
            <numerusform>Es lohnt sich jeden Tag; es liest die ganze Datei.</numerusform>
            <numerusform>Es lohnt sich alle %n Tage; es liest die ganze Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Salvage…</source>
        <translation>Retten …</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>passed in %1</source>
        <translation>bestanden in %1</translation>
    </message>
    <message>
        <source>VACUUM would free nothing of %1</source>
        <translation>VACUUM würde in %1 nichts freigeben</translation>
    </message>
    <message>
        <source>VACUUM would free %1 of %2</source>
        <translation>VACUUM würde %1 von %2 freigeben</translation>
    </message>
    <message>
        <source>%1 of %2 pages are free, %3 %.</source>
        <translation>%1 von %2 Seiten sind frei, %3 %.</translation>
    </message>
    <message>
        <source>Worth it from 20 % on.</source>
        <translation>Lohnt sich ab 20 %.</translation>
    </message>
    <message>
        <source>Vacuum…</source>
        <translation>Vacuum …</translation>
    </message>
    <message>
        <source>VACUUM %1</source>
        <translation>VACUUM %1</translation>
    </message>
    <message>
        <source>%1 pages in use, %2 free</source>
        <translation>%1 Seiten belegt, %2 frei</translation>
    </message>
    <message>
        <source>beside the database</source>
        <translation>neben der Datenbank</translation>
    </message>
    <message>
        <source>1.1 times the size, for the new file. The old one stays as it is.</source>
        <translation>Das 1,1-Fache der Größe, für die neue Datei. Die alte bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The service is stopped and started again.</source>
        <translation>Der Dienst wird angehalten und wieder gestartet.</translation>
    </message>
    <message>
        <source>The new file is compared with the old one, row by row.</source>
        <translation>Die neue Datei wird Zeile für Zeile mit der alten verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>The old file stays for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>Die alte Datei bleibt %n Tag und kann zurückgelegt werden.</numerusform>
            <numerusform>Die alte Datei bleibt %n Tage und kann zurückgelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The planner&apos;s statistics of %1 are %2 old</source>
        <translation>Die Planerstatistik von %1 ist %2 alt</translation>
    </message>
    <message>
        <source>Without them SQLite guesses which index to use. It is never urgent.</source>
        <translation>Ohne sie rät SQLite, welchen Index es nimmt. Eilig ist es nie.</translation>
    </message>
    <message>
        <source>ANALYZE is worth it again after large changes.</source>
        <translation>ANALYZE lohnt sich wieder nach großen Änderungen.</translation>
    </message>
    <message>
        <source>Analyze…</source>
        <translation>Analyze …</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>There is no backup</source>
        <translation>Es gibt keine Sicherung</translation>
    </message>
    <message>
        <source>Nothing could be restored from here.</source>
        <translation>Von hier ließe sich nichts wiederherstellen.</translation>
    </message>
    <message>
        <source>The last backup is %1 old</source>
        <translation>Die letzte Sicherung ist %1 alt</translation>
    </message>
    <message>
        <source>It is verified, %1.</source>
        <translation>Sie ist geprüft, %1.</translation>
    </message>
    <message>
        <source>It is not verified, %1.</source>
        <translation>Sie ist nicht geprüft, %1.</translation>
    </message>
    <message>
        <source>There are no safety copies</source>
        <translation>Es gibt keine Sicherheitskopien</translation>
    </message>
    <message numerus="yes">
        <source>%n safety copies are kept</source>
        <translation>
            <numerusform>%n Sicherheitskopie wird aufgehoben</numerusform>
            <numerusform>%n Sicherheitskopien werden aufgehoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each restore and each VACUUM leaves one, for %n day(s).</source>
        <translation>
            <numerusform>Jede Wiederherstellung und jedes VACUUM lässt eine zurück, für %n Tag.</numerusform>
            <numerusform>Jede Wiederherstellung und jedes VACUUM lässt eine zurück, für %n Tage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They hold %1. Each goes after %n day(s).</source>
        <translation>
            <numerusform>Sie belegen %1. Jede geht nach %n Tag.</numerusform>
            <numerusform>Sie belegen %1. Jede geht nach %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidy up…</source>
        <translation>Aufräumen …</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n Datenbank</numerusform>
            <numerusform>%n Datenbanken</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no planner statistics for %1</source>
        <translation>Für %1 gibt es keine Planerstatistik</translation>
    </message>
    <message>
        <source>The age of the planner&apos;s statistics of %1 is not known</source>
        <translation>Das Alter der Planerstatistik von %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>Reads every page of the file. The service goes on, and nothing is changed.</source>
        <translation>Liest jede Seite der Datei. Der Dienst läuft weiter, und nichts wird geändert.</translation>
    </message>
    <message>
        <source>The verdict is kept with its date, also for foreign keys.</source>
        <translation>Das Urteil wird mit seinem Datum aufbewahrt, auch für Fremdschlüssel.</translation>
    </message>
    <message>
        <source>There was nothing to check in the structure of %1</source>
        <translation>In der Struktur von %1 war nichts zu prüfen</translation>
    </message>
    <message>
        <source>%1: no foreign key is declared, so none was checked</source>
        <translation>%1: kein Fremdschlüssel erklärt, also keiner geprüft</translation>
    </message>
    <message>
        <source>The foreign keys of %1 were not checked since it was found damaged</source>
        <translation>Die Fremdschlüssel von %1 wurden nicht geprüft, seit ein Schaden gefunden wurde</translation>
    </message>
</context>
<context>
    <name>DatabasePlans</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>Salvage what can be read, or restore it from a backup.</source>
        <translation>Retten Sie, was lesbar ist, oder stellen Sie sie aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 ist beschädigt.</translation>
    </message>
    <message>
        <source>%1 has %2 of %3 pages free: at least %4 (%5 %) are given back.</source>
        <translation>In %1 sind %2 von %3 Seiten frei: mindestens %4 (%5 %) werden zurückgegeben.</translation>
    </message>
    <message>
        <source>%1 is hardly worth it: less than a fifth of it is free.</source>
        <translation>%1 lohnt sich kaum: weniger als ein Fünftel davon ist frei.</translation>
    </message>
    <message>
        <source>VACUUM %1 on %2</source>
        <translation>VACUUM von %1 auf %2</translation>
    </message>
    <message>
        <source>ANALYZE %1 on %2</source>
        <translation>ANALYZE von %1 auf %2</translation>
    </message>
    <message>
        <source>VACUUM %1</source>
        <translation>VACUUM %1</translation>
    </message>
    <message>
        <source>ANALYZE %1</source>
        <translation>ANALYZE %1</translation>
    </message>
    <message>
        <source>A new file is written beside the old one and compared with it, row by row; then they change places.</source>
        <translation>Neben der alten Datei wird eine neue geschrieben und Zeile für Zeile verglichen; dann tauschen sie den Platz.</translation>
    </message>
    <message numerus="yes">
        <source>The old file is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>Die alte Datei wird %n Tag aufgehoben und kann zurückgelegt werden.</numerusform>
            <numerusform>Die alte Datei wird %n Tage aufgehoben und kann zurückgelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are needed at %2, and %3 are free.</source>
        <translation>%1 werden bei %2 gebraucht, %3 sind frei.</translation>
    </message>
    <message>
        <source>Make room, then plan this again.</source>
        <translation>Platz schaffen, dann neu planen.</translation>
    </message>
    <message>
        <source>Open connections to %1 end.</source>
        <translation>Offene Verbindungen zu %1 enden.</translation>
    </message>
    <message>
        <source>There is a verified backup of %1: restoring that is safer where the rows written since matter less. The report compares the rows with it.</source>
        <translation>Es gibt eine geprüfte Sicherung von %1: sie wiederherzustellen ist sicherer, wo die seither geschriebenen Zeilen weniger wiegen. Der Bericht vergleicht die Zeilen damit.</translation>
    </message>
    <message>
        <source>There is no verified backup to restore instead.</source>
        <translation>Es gibt keine geprüfte Sicherung, die man stattdessen wiederherstellen könnte.</translation>
    </message>
    <message>
        <source>None of its databases is there.</source>
        <translation>Keine seiner Datenbanken ist da.</translation>
    </message>
    <message>
        <source>Check %1 on %2</source>
        <translation>%1 auf %2 prüfen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>The service goes on; nothing is changed. The verdicts are kept.</source>
        <translation>Der Dienst läuft weiter; nichts wird geändert. Die Urteile werden aufgehoben.</translation>
    </message>
    <message>
        <source>Salvage %1 on %2</source>
        <translation>%1 auf %2 retten</translation>
    </message>
    <message>
        <source>Salvage %1</source>
        <translation>%1 retten</translation>
    </message>
    <message>
        <source>A quick check finds no damage in %1.</source>
        <translation>Eine schnelle Prüfung findet in %1 keinen Schaden.</translation>
    </message>
    <message>
        <source>Check it in full before you salvage it.</source>
        <translation>Prüfen Sie sie ganz, bevor Sie sie retten.</translation>
    </message>
    <message>
        <source>The service stays stopped: on a damaged database it would damage more. Start it after the restore.</source>
        <translation>Der Dienst bleibt angehalten: auf einer beschädigten Datenbank würde er mehr beschädigen. Starten Sie ihn nach der Wiederherstellung.</translation>
    </message>
    <message>
        <source>It works on a copy, with the log that lies beside the database. The live file is never changed.</source>
        <translation>Gearbeitet wird an einer Kopie, mit dem Protokoll neben der Datenbank. Die Datei selbst wird nie geändert.</translation>
    </message>
    <message>
        <source>The salvaged file and a report of rows kept, recovered and lost go to %1.</source>
        <translation>Die gerettete Datei und ein Bericht über behaltene, gerettete und verlorene Zeilen kommen nach %1.</translation>
    </message>
    <message>
        <source>To use it, restore from %1; that is a plan of its own.</source>
        <translation>Um sie zu nutzen, stellen Sie aus %1 wieder her; das ist ein eigener Plan.</translation>
    </message>
</context>
<context>
    <name>DatabaseState</name>
    <message>
        <source>%1, %2 ago</source>
        <translation>%1, vor %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>None declared</source>
        <translation>Keine angegeben</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>vor %1 gelesen</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Passed %1 ago</source>
        <translation>Vor %1 bestanden</translation>
    </message>
    <message numerus="yes">
        <source>due every %n day(s)</source>
        <translation>
            <numerusform>jeden Tag fällig</numerusform>
            <numerusform>alle %n Tage fällig</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>no check is known</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>the file is not there</source>
        <translation>die Datei ist nicht da</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>no sidecar files</source>
        <translation>keine Begleitdateien</translation>
    </message>
    <message>
        <source>Too little is known yet.</source>
        <translation>Noch zu wenig bekannt.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>%1 / day</source>
        <translation>%1 / Tag</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <source>Foreign keys</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>Growth, 30 d</source>
        <translation>Wachstum, 30 T</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gehalten von</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>SQLite, rows</source>
        <translation>SQLite, Zeilen</translation>
    </message>
    <message>
        <source>SQLite, key-value</source>
        <translation>SQLite, Schlüssel-Wert</translation>
    </message>
    <message>
        <source>the server is not reached</source>
        <translation>der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>The server&apos;s own</source>
        <translation>Sache des Servers</translation>
    </message>
    <message>
        <source>kept while it writes</source>
        <translation>er wacht beim Schreiben</translation>
    </message>
    <message>
        <source>file replaced %1 ago</source>
        <translation>Datei vor %1 ersetzt</translation>
    </message>
</context>
<context>
    <name>Databases</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>This service has no such database.</source>
        <translation>Dieser Dienst hat keine solche Datenbank.</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Tables of a database</source>
        <translation>Tabellen einer Datenbank</translation>
    </message>
    <message>
        <source>Rows of a table</source>
        <translation>Zeilen einer Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>First row</source>
        <translation>Erste Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Check a database</source>
        <translation>Datenbank prüfen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>This database lies on a server, and this is for database files only.</source>
        <translation>Diese Datenbank liegt auf einem Server, und dies ist nur für Datenbankdateien.</translation>
    </message>
    <message>
        <source>&quot;database maintain&quot; vacuums, analyzes and reindexes it on its server; &quot;database assertions&quot; checks what is in it.</source>
        <translation>„database maintain“ räumt sie auf ihrem Server auf, analysiert sie und baut ihre Indizes neu; „database assertions“ prüft ihren Inhalt.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Er hat: %1.</translation>
    </message>
</context>
<context>
    <name>DateFormat</name>
    <message>
        <source>d MMM</source>
        <extracomment>A pattern of QLocale::toString(): day and short month.</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A pattern of QLocale::toString(): day of the week, day and month.</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>There is another instance named “%1” already.</source>
        <translation>Es gibt schon eine andere Instanz namens „%1“.</translation>
    </message>
</context>
<context>
    <name>DemoData</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Making demo data</source>
        <translation>Demodaten werden erzeugt</translation>
    </message>
    <message>
        <source>A demo file cannot be written.</source>
        <translation>Eine Demodatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A demo log cannot be written.</source>
        <translation>Ein Demolog kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Demo data is only written to an empty folder.</source>
        <translation>Demodaten werden nur in einen leeren Ordner geschrieben.</translation>
    </message>
</context>
<context>
    <name>DemoDatabase</name>
    <message>
        <source>SQLite could not work on this database.</source>
        <translation>SQLite konnte mit dieser Datenbank nicht arbeiten.</translation>
    </message>
</context>
<context>
    <name>DemoEnvironment</name>
    <message>
        <source>The demo&apos;s service is not installed.</source>
        <translation>Der Dienst der Demo ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install Pilothouse again, or build the target pilothouse-demo-service.</source>
        <translation>Pilothouse neu installieren oder das Ziel pilothouse-demo-service bauen.</translation>
    </message>
    <message>
        <source>The demo&apos;s folder cannot be made.</source>
        <translation>Der Ordner der Demo kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s folder cannot be renamed.</source>
        <translation>Der Ordner der Demo kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s description cannot be written.</source>
        <translation>Die Beschreibung der Demo kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The demo&apos;s service does not start.</source>
        <translation>Der Dienst der Demo startet nicht.</translation>
    </message>
    <message>
        <source>Check that the program is there and may be executed.</source>
        <translation>Prüfen, ob das Programm vorhanden ist und ausgeführt werden darf.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The demo&apos;s service gives no healthy answer.</source>
        <translation>Der Dienst der Demo gibt keine gesunde Antwort.</translation>
    </message>
    <message>
        <source>Remove the demo&apos;s folder to begin again with new data.</source>
        <translation>Den Ordner der Demo entfernen, um mit neuen Daten zu beginnen.</translation>
    </message>
    <message>
        <source>The demo&apos;s service does not end.</source>
        <translation>Der Dienst der Demo endet nicht.</translation>
    </message>
    <message>
        <source>There is no demo there.</source>
        <translation>Dort ist keine Demo.</translation>
    </message>
    <message>
        <source>Give the folder with which the demo was started.</source>
        <translation>Den Ordner angeben, mit dem die Demo gestartet wurde.</translation>
    </message>
</context>
<context>
    <name>DemoHttpServer</name>
    <message>
        <source>The demo service cannot listen on this port.</source>
        <translation>Der Demodienst kann auf diesem Port nicht lauschen.</translation>
    </message>
</context>
<context>
    <name>DemoLogFile</name>
    <message>
        <source>The log cannot be written.</source>
        <translation>Das Log kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>DemoStore</name>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Diesen Benutzer gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Compose project %1</source>
        <translation>Compose-Projekt %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>This user may not read its data folder on this machine.</source>
        <translation>Dieser Benutzer darf seinen Datenordner auf dieser Maschine nicht lesen.</translation>
    </message>
    <message>
        <source>data in %1</source>
        <translation>Daten in %1</translation>
    </message>
    <message>
        <source>Looking for services was cancelled.</source>
        <translation>Die Suche nach Diensten wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Which service writes there is not known: Pilothouse reads and backs up, but cannot stop and start it.</source>
        <translation>Welcher Dienst dort schreibt, ist nicht bekannt: Pilothouse liest und sichert, kann ihn aber nicht anhalten und starten.</translation>
    </message>
    <message>
        <source>This folder cannot be read, or it is not there.</source>
        <translation>Dieser Ordner ist nicht lesbar oder nicht da.</translation>
    </message>
    <message>
        <source>Name a folder that this user may read.</source>
        <translation>Einen Ordner nennen, den dieser Benutzer lesen darf.</translation>
    </message>
    <message>
        <source>It has no pid file that its command line names, so Pilothouse cannot stop and start it.</source>
        <translation>Seine Befehlszeile nennt keine PID-Datei, daher kann Pilothouse ihn nicht anhalten und starten.</translation>
    </message>
    <message>
        <source>Its command line cannot be written in one line, so Pilothouse cannot stop and start it.</source>
        <translation>Seine Befehlszeile lässt sich nicht in einer Zeile schreiben, daher kann Pilothouse ihn nicht anhalten und starten.</translation>
    </message>
    <message>
        <source>Its command line holds a secret and is not taken over, so Pilothouse cannot stop and start it.</source>
        <translation>Seine Befehlszeile enthält ein Geheimnis und wird nicht übernommen, daher kann Pilothouse ihn nicht anhalten und starten.</translation>
    </message>
    <message>
        <source>It was started with %1 in its environment, which Pilothouse would not give it again, so Pilothouse does not stop and start it.</source>
        <translation>Er wurde mit %1 in seiner Umgebung gestartet. Pilothouse würde ihm das nicht wieder mitgeben und hält ihn deshalb nicht an.</translation>
    </message>
    <message>
        <source>This user may not see what the process has open. Run Pilothouse as its user or as root to see more.</source>
        <translation>Dieser Benutzer darf nicht sehen, was der Prozess geöffnet hat. Als dessen Benutzer oder als root zeigt Pilothouse mehr.</translation>
    </message>
    <message>
        <source>systemd unit</source>
        <translation>systemd-Unit</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>systemd cannot be asked here.</source>
        <translation>systemd kann hier nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Units are found on a machine that systemd started.</source>
        <translation>Units gibt es auf einer Maschine, die systemd gestartet hat.</translation>
    </message>
    <message>
        <source>systemd unit of this user</source>
        <translation>systemd-Unit dieses Benutzers</translation>
    </message>
    <message>
        <source>The container engine does not answer within %1 s.</source>
        <translation>Die Container-Engine antwortet nicht innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>systemd does not answer within %1 s.</source>
        <translation>systemd antwortet nicht innerhalb von %1 s.</translation>
    </message>
    <message>
        <source>The processes could not be read within %1 s.</source>
        <translation>Die Prozesse ließen sich nicht innerhalb von %1 s lesen.</translation>
    </message>
    <message>
        <source>The folders could not be read within %1 s.</source>
        <translation>Die Ordner ließen sich nicht innerhalb von %1 s lesen.</translation>
    </message>
    <message>
        <source>A name in it holds characters that cannot be shown. Rename it there first.</source>
        <translation>Ein Name darin enthält Zeichen, die sich nicht zeigen lassen. Ihn zuerst dort umbenennen.</translation>
    </message>
    <message>
        <source>Its image is %1.</source>
        <translation>Sein Image ist %1.</translation>
    </message>
    <message>
        <source>It has the label %1.</source>
        <translation>Er hat das Label %1.</translation>
    </message>
    <message>
        <source>The unit is called %1.</source>
        <translation>Die Unit heißt %1.</translation>
    </message>
    <message>
        <source>It runs the program %1.</source>
        <translation>Er führt das Programm %1 aus.</translation>
    </message>
    <message>
        <source>It has %1 open.</source>
        <translation>Er hat %1 geöffnet.</translation>
    </message>
    <message>
        <source>Its data folder holds %1.</source>
        <translation>In seinem Datenordner liegt %1.</translation>
    </message>
    <message>
        <source>It listens on port %1.</source>
        <translation>Er lauscht an Port %1.</translation>
    </message>
</context>
<context>
    <name>DockerEngine</name>
    <message>
        <source>Pilothouse speaks to a container engine only over its socket on the same machine.</source>
        <translation>Pilothouse spricht mit einer Container-Engine nur über ihren Socket auf derselben Maschine.</translation>
    </message>
    <message>
        <source>Run Pilothouse on that machine, or set the engine to an address such as unix:///run/docker.sock.</source>
        <translation>Pilothouse auf jener Maschine starten oder die Engine auf eine Adresse wie unix:///run/docker.sock setzen.</translation>
    </message>
    <message>
        <source>The docker context “%1” does not exist.</source>
        <translation>Den Docker-Kontext „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another with “docker context use”, or set the engine of the instance.</source>
        <translation>Mit „docker context use“ einen anderen wählen oder die Engine der Instanz setzen.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a container.</source>
        <translation>„%1“ ist kein Name eines Containers.</translation>
    </message>
    <message>
        <source>There is no such container.</source>
        <translation>Diesen Container gibt es nicht.</translation>
    </message>
    <message>
        <source>The container engine refused (HTTP %1).</source>
        <translation>Die Container-Engine hat abgelehnt (HTTP %1).</translation>
    </message>
    <message>
        <source>Is the container engine running?</source>
        <translation>Läuft die Container-Engine?</translation>
    </message>
    <message>
        <source>What answers on this socket is no container engine.</source>
        <translation>Was an diesem Socket antwortet, ist keine Container-Engine.</translation>
    </message>
    <message>
        <source>This container engine is too old: its API is 1.%1.</source>
        <translation>Diese Container-Engine ist zu alt: ihre API ist 1.%1.</translation>
    </message>
    <message>
        <source>Pilothouse needs API 1.%1 or newer.</source>
        <translation>Pilothouse braucht API 1.%1 oder neuer.</translation>
    </message>
    <message>
        <source>The container engine&apos;s answer is not valid JSON.</source>
        <translation>Die Antwort der Container-Engine ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This is not the name of an image.</source>
        <translation>Dies ist kein Name eines Images.</translation>
    </message>
    <message>
        <source>The engine&apos;s log stream is damaged.</source>
        <translation>Der Logstrom der Engine ist beschädigt.</translation>
    </message>
    <message>
        <source>The container engine tells no state that Pilothouse knows.</source>
        <translation>Die Container-Engine meldet keinen Zustand, den Pilothouse kennt.</translation>
    </message>
    <message>
        <source>It was killed because it needed more memory than it may use.</source>
        <translation>Er wurde beendet, weil er mehr Speicher brauchte als erlaubt.</translation>
    </message>
    <message>
        <source>It was killed (exit code 137).</source>
        <translation>Er wurde gewaltsam beendet (Rückgabewert 137).</translation>
    </message>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>Er endete mit Rückgabewert %1.</translation>
    </message>
    <message>
        <source>The container engine sent a line without end.</source>
        <translation>Die Container-Engine hat eine Zeile ohne Ende gesendet.</translation>
    </message>
    <message>
        <source>The engine&apos;s log stream was cut off.</source>
        <translation>Der Logstrom der Engine brach ab.</translation>
    </message>
    <message>
        <source>The container engine gave no id.</source>
        <translation>Die Container-Engine hat keine Kennung genannt.</translation>
    </message>
    <message>
        <source>This program is not in the container.</source>
        <translation>Dieses Programm ist nicht im Container.</translation>
    </message>
    <message>
        <source>The program in the container was killed.</source>
        <translation>Das Programm im Container wurde gewaltsam beendet.</translation>
    </message>
    <message>
        <source>The program may still be running in the container: look for it with “docker top %1”.</source>
        <translation>Das Programm läuft im Container vielleicht noch: mit „docker top %1“ danach suchen.</translation>
    </message>
    <message>
        <source>This is not a path in a container.</source>
        <translation>Das ist kein Pfad in einem Container.</translation>
    </message>
    <message>
        <source>The image could not be fetched.</source>
        <translation>Das Image konnte nicht geholt werden.</translation>
    </message>
    <message>
        <source>The image is not on this machine, and it could not be fetched from its registry.</source>
        <translation>Das Image ist nicht auf diesem Rechner und konnte nicht aus seiner Registry geholt werden.</translation>
    </message>
    <message>
        <source>Check the name and the network, or bring the image as a file of “docker save”.</source>
        <translation>Name und Netz prüfen, oder das Image als Datei von „docker save“ bringen.</translation>
    </message>
    <message>
        <source>The container engine could not load the image.</source>
        <translation>Die Container-Engine konnte das Image nicht laden.</translation>
    </message>
    <message>
        <source>No container has this name; the ID of one begins like that.</source>
        <translation>Kein Container hat diesen Namen; die ID eines Containers beginnt so.</translation>
    </message>
    <message>
        <source>Give its name: %1</source>
        <translation>Geben Sie seinen Namen an: %1</translation>
    </message>
    <message>
        <source>The container engine does not let a program in the container be used.</source>
        <translation>Die Container-Engine lässt kein Programm im Container benutzen.</translation>
    </message>
    <message>
        <source>The log driver %1 of this container keeps nothing that can be read here.</source>
        <translation>Der Protokolltreiber %1 dieses Containers bewahrt nichts auf, das sich hier lesen lässt.</translation>
    </message>
    <message>
        <source>Give it the driver local or json-file with a limit.</source>
        <translation>Ihm den Treiber local oder json-file mit einer Grenze geben.</translation>
    </message>
    <message>
        <source>Read it where the driver sends it, or take its option cache-disabled away.</source>
        <translation>Dort lesen, wohin der Treiber es schickt, oder dessen Option cache-disabled wegnehmen.</translation>
    </message>
</context>
<context>
    <name>DockerRuntime</name>
    <message>
        <source>There is no container “%1”.</source>
        <translation>Den Container „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The container does not run.</source>
        <translation>Der Container läuft nicht.</translation>
    </message>
    <message>
        <source>The container was started with --rm: stopping it would delete it with everything that is not mounted.</source>
        <translation>Der Container wurde mit --rm gestartet: beim Stoppen würde er mit allem gelöscht, was nicht eingehängt ist.</translation>
    </message>
    <message>
        <source>Create it again without --rm, with a restart policy, and then try once more.</source>
        <translation>Ohne --rm und mit einer Neustartregel neu anlegen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 runs this container and would start another one at once.</source>
        <translation>%1 betreibt diesen Container und würde sofort einen neuen starten.</translation>
    </message>
    <message>
        <source>Scale the service to zero there.</source>
        <translation>Den Dienst dort auf null skalieren.</translation>
    </message>
    <message>
        <source>The container is paused: it could not end by itself and would be killed.</source>
        <translation>Der Container ist angehalten: er könnte nicht selbst enden und würde gewaltsam beendet.</translation>
    </message>
    <message>
        <source>Run “%1” first.</source>
        <translation>Zuerst „%1“ ausführen.</translation>
    </message>
    <message>
        <source>The restart policy was set back at once: something else manages this container.</source>
        <translation>Die Neustartregel wurde sofort zurückgesetzt: etwas anderes verwaltet diesen Container.</translation>
    </message>
    <message>
        <source>Stop what manages it first.</source>
        <translation>Zuerst stoppen, was ihn verwaltet.</translation>
    </message>
    <message>
        <source>What the restart policy was before is not recorded.</source>
        <translation>Die frühere Neustartregel ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Set it by hand: “%1”.</source>
        <translation>Von Hand setzen: „%1“.</translation>
    </message>
    <message>
        <source>This folder of the container is not mounted from this machine: it would go with the container.</source>
        <translation>Dieser Ordner des Containers ist nicht von dieser Maschine eingehängt: er ginge mit dem Container verloren.</translation>
    </message>
    <message>
        <source>Mount a folder of this machine or a volume there.</source>
        <translation>Dort einen Ordner dieser Maschine oder ein Volume einhängen.</translation>
    </message>
</context>
<context>
    <name>DrillActions</name>
    <message>
        <source>Drills</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>State of drills</source>
        <translation>Stand der Übungen</translation>
    </message>
    <message>
        <source>Run a recovery drill</source>
        <translation>Wiederherstellungsübung ausführen</translation>
    </message>
</context>
<context>
    <name>DrillPlan</name>
    <message>
        <source>Drill: back up %1, restore it into a scratch place and prove it</source>
        <translation>Übung: %1 sichern, an einem Übungsort wiederherstellen und prüfen</translation>
    </message>
    <message>
        <source>Run the drill</source>
        <translation>Übung ausführen</translation>
    </message>
    <message>
        <source>The live data are read, and get a marker at most. What is restored goes into a scratch place, which is removed afterwards.</source>
        <translation>Die Live-Daten werden gelesen und bekommen höchstens eine Marke. Wiederhergestellt wird an einem Übungsort, der danach entfernt wird.</translation>
    </message>
    <message>
        <source>No key for the service is kept, so no marker is written through it.</source>
        <translation>Für den Dienst ist kein Schlüssel hinterlegt, daher wird über ihn keine Marke geschrieben.</translation>
    </message>
    <message>
        <source>Keep one: pilothouse-cli drill key %1</source>
        <translation>Hinterlegen Sie einen: pilothouse-cli drill key %1</translation>
    </message>
    <message>
        <source>The marker stays in the data; the next drill takes its place.</source>
        <translation>Die Marke bleibt in den Daten; die nächste Übung ersetzt sie.</translation>
    </message>
    <message>
        <source>There is a database of this name already.</source>
        <translation>Eine Datenbank dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>This role may not make the database %1.</source>
        <translation>Diese Rolle darf die Datenbank %1 nicht anlegen.</translation>
    </message>
    <message>
        <source>Let it: ALTER ROLE ... CREATEDB, or connect as another role.</source>
        <translation>Erlauben Sie es: ALTER ROLE ... CREATEDB, oder verbinden Sie sich als andere Rolle.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and about %3 are needed with the scratch copy.</source>
        <translation>%1 hat %2 frei, und mit der Übungskopie werden etwa %3 gebraucht.</translation>
    </message>
    <message>
        <source>Make room, or choose another folder for backups.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner für Sicherungen.</translation>
    </message>
    <message>
        <source>Nothing says where the service listens, so no marker is written through it.</source>
        <translation>Nichts sagt, wo der Dienst lauscht, deshalb wird keine Marke über ihn geschrieben.</translation>
    </message>
    <message>
        <source>Set the health address of the instance.</source>
        <translation>Geben Sie die Gesundheitsadresse der Instanz an.</translation>
    </message>
</context>
<context>
    <name>DrillReport</name>
    <message>
        <source>It was cut off.</source>
        <translation>Sie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This is no report of a drill.</source>
        <translation>Das ist kein Bericht einer Übung.</translation>
    </message>
    <message>
        <source>everything: there was no backup before this drill</source>
        <translation>alles: Vor dieser Übung gab es keine Sicherung</translation>
    </message>
    <message>
        <source>%1, the age of the backup before this drill (%2)</source>
        <translation>%1, das Alter der Sicherung vor dieser Übung (%2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, written through the service at %2</source>
        <translation>%1, über den Dienst geschrieben um %2</translation>
    </message>
    <message>
        <source>%1, the newest row at %2</source>
        <translation>%1, die neueste Zeile um %2</translation>
    </message>
    <message>
        <source>found in the copy</source>
        <translation>in der Kopie gefunden</translation>
    </message>
    <message>
        <source>not found in the copy</source>
        <translation>in der Kopie nicht gefunden</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>Failed at</source>
        <translation>Fehlgeschlagen bei</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Recovery time (RTO), measured</source>
        <translation>Wiederherstellungszeit (RTO), gemessen</translation>
    </message>
    <message>
        <source>Data loss (RPO), measured</source>
        <translation>Datenverlust (RPO), gemessen</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Statements that must hold</source>
        <translation>Aussagen, die gelten müssen</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n gilt</numerusform>
            <numerusform>%n gelten</numerusform>
        </translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>SHA-256 of its manifest</source>
        <translation>SHA-256 ihres Manifests</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Files of the backup</source>
        <translation>Dateien der Sicherung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Rows of %1, in the backup and in the copy</source>
        <translation>Zeilen von %1, in der Sicherung und in der Kopie</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Recovery drill of %1</source>
        <translation>Wiederherstellungsübung von %1</translation>
    </message>
    <message>
        <source>A backup was made and restored into a scratch place, and proved there. The live data were not restored into.</source>
        <translation>Eine Sicherung wurde gemacht, an einem Übungsort wiederhergestellt und dort geprüft. In die Live-Daten wurde nichts wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>DrillSteps</name>
    <message>
        <source>The key for the service cannot be read: %1</source>
        <translation>Der Schlüssel für den Dienst lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Keep one: pilothouse-cli drill key %1</source>
        <translation>Hinterlegen Sie einen: pilothouse-cli drill key %1</translation>
    </message>
    <message>
        <source>Its key is not good, or no longer. Keep another one: pilothouse-cli drill key %1</source>
        <translation>Sein Schlüssel gilt nicht oder nicht mehr. Hinterlegen Sie einen anderen: pilothouse-cli drill key %1</translation>
    </message>
</context>
<context>
    <name>DumpFile</name>
    <message>
        <source>There are not enough file descriptors.</source>
        <translation>Es gibt nicht genug Dateideskriptoren.</translation>
    </message>
</context>
<context>
    <name>DumpFolder</name>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
    <message>
        <source>A file of the dump is empty, so it was cut off.</source>
        <translation>Eine Datei des Dumps ist leer, sie wurde also abgeschnitten.</translation>
    </message>
    <message>
        <source>A file of the dump was cut off.</source>
        <translation>Eine Datei des Dumps wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>The dump holds something that is no plain file.</source>
        <translation>Der Dump enthält etwas, das keine einfache Datei ist.</translation>
    </message>
</context>
<context>
    <name>DumpHeader</name>
    <message>
        <source>This is no archive that pg_dump has written whole.</source>
        <translation>Das ist kein Archiv, das pg_dump vollständig geschrieben hat.</translation>
    </message>
    <message>
        <source>A file of &quot;pg_dump --format=custom&quot; can be restored.</source>
        <translation>Eine Datei von „pg_dump --format=custom“ kann wiederhergestellt werden.</translation>
    </message>
</context>
<context>
    <name>DumpJobs</name>
    <message>
        <source>It is dumped as one file: in a folder each of its %L1 large objects would be a file of its own.</source>
        <translation>Sie wird als eine Datei gesichert: In einem Ordner wäre jedes ihrer %L1 großen Objekte eine eigene Datei.</translation>
    </message>
    <message>
        <source>It is dumped as a folder, by %1 sessions at once.</source>
        <translation>Sie wird als Ordner gesichert, von %1 Sitzungen zugleich.</translation>
    </message>
    <message>
        <source>A change of a table&apos;s structure meanwhile ends the dump.</source>
        <translation>Ändert sich unterdessen der Aufbau einer Tabelle, endet der Dump.</translation>
    </message>
    <message>
        <source>It is dumped as one file: the server has not enough sessions left for several at once.</source>
        <translation>Sie wird als eine Datei gesichert: Der Server hat nicht genug freie Sitzungen für mehrere zugleich.</translation>
    </message>
</context>
<context>
    <name>DumpStream</name>
    <message>
        <source>The dump is damaged or was cut off.</source>
        <translation>Der Dump ist beschädigt oder wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
</context>
<context>
    <name>EngineLog</name>
    <message>
        <source>Not at all: the log driver none keeps nothing of what is printed.</source>
        <translation>Gar nicht: der Protokolltreiber none bewahrt nichts von der Ausgabe auf.</translation>
    </message>
    <message>
        <source>Through the engine: the driver local keeps it in a form of its own.</source>
        <translation>Über die Engine: der Treiber local bewahrt es in einer eigenen Form auf.</translation>
    </message>
    <message>
        <source>Through the engine, which has it in the journal.</source>
        <translation>Über die Engine, die es im Journal hat.</translation>
    </message>
    <message>
        <source>Not at all: the driver %1 sends it on, and the engine keeps no copy.</source>
        <translation>Gar nicht: der Treiber %1 schickt es weiter, und die Engine behält keine Kopie.</translation>
    </message>
    <message>
        <source>Through the engine: the driver %1 sends it on, and the engine keeps the newest.</source>
        <translation>Über die Engine: der Treiber %1 schickt es weiter, und die Engine behält das Neueste.</translation>
    </message>
    <message>
        <source>Through the engine: its file is not on this machine.</source>
        <translation>Über die Engine: ihre Datei liegt nicht auf dieser Maschine.</translation>
    </message>
    <message>
        <source>Through the engine: you may not read its file %1.</source>
        <translation>Über die Engine: ihre Datei %1 darf dieser Benutzer nicht lesen.</translation>
    </message>
    <message>
        <source>Through the engine: its file is not as Docker writes it.</source>
        <translation>Über die Engine: ihre Datei ist nicht so, wie Docker sie schreibt.</translation>
    </message>
    <message>
        <source>From the file in which the engine keeps it.</source>
        <translation>Aus der Datei, in der die Engine es aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>EngineRoute</name>
    <message>
        <source>It was added so; its folder on this machine could be used too.</source>
        <translation>So wurde sie hinzugefügt; auch ihr Ordner auf diesem Rechner ließe sich nutzen.</translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <translation>Grund: %1.</translation>
    </message>
    <message>
        <source>The data lies in %1 of the container and is reached by the container engine.</source>
        <translation>Die Daten liegen in %1 des Containers und werden über die Container-Engine erreicht.</translation>
    </message>
    <message>
        <source>Files in the container stay as they are: %1</source>
        <translation>Dateien im Container bleiben, wie sie sind: %1</translation>
    </message>
    <message>
        <source>Through the engine only databases are changed. Change these files in the container.</source>
        <translation>Über die Engine werden nur Datenbanken geändert. Ändern Sie diese Dateien im Container.</translation>
    </message>
    <message>
        <source>The container is paused for about %1 while its databases are copied.</source>
        <translation>Der Container steht etwa %1 still, während seine Datenbanken kopiert werden.</translation>
    </message>
    <message>
        <source>Requests wait for that long; connections stay. With --offline the service is stopped instead.</source>
        <translation>Anfragen warten so lange; Verbindungen bleiben. Mit --offline wird der Dienst stattdessen gestoppt.</translation>
    </message>
    <message>
        <source>The container is paused already.</source>
        <translation>Der Container ist schon angehalten.</translation>
    </message>
    <message>
        <source>Let it go on first: docker unpause %1</source>
        <translation>Setzen Sie ihn zuerst fort: docker unpause %1</translation>
    </message>
    <message>
        <source>The service is stopped, its databases are copied out, changed here and brought back; until they are read back as they were sent, it does not start.</source>
        <translation>Der Dienst wird gestoppt, seine Datenbanken werden herauskopiert, hier geändert und zurückgebracht; bevor sie sich so zurücklesen lassen, wie sie gesendet wurden, startet er nicht.</translation>
    </message>
    <message>
        <source>The service is stopped for this, for about %1.</source>
        <translation>Der Dienst wird dafür gestoppt, für etwa %1.</translation>
    </message>
    <message>
        <source>Where its data is reached directly, as root or from a bind mount, it would go on.</source>
        <translation>Wären die Daten direkt erreichbar, als root oder über einen Bind-Mount, liefe er weiter.</translation>
    </message>
    <message>
        <source>the data lies in no folder of this machine</source>
        <translation>die Daten liegen in keinem Ordner dieses Rechners</translation>
    </message>
    <message>
        <source>this user may not read and write %1</source>
        <translation>dieser Benutzer darf %1 nicht lesen und schreiben</translation>
    </message>
    <message>
        <source>%1 belongs to another user</source>
        <translation>%1 gehört einem anderen Benutzer</translation>
    </message>
</context>
<context>
    <name>Entities</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Welches</translation>
    </message>
    <message>
        <source>Kinds of things</source>
        <translation>Arten von Dingen</translation>
    </message>
    <message>
        <source>All of a kind</source>
        <translation>Alle einer Art</translation>
    </message>
    <message>
        <source>One of a kind</source>
        <translation>Eines einer Art</translation>
    </message>
    <message>
        <source>Summary of a kind</source>
        <translation>Übersicht einer Art</translation>
    </message>
    <message>
        <source>What to know of the service&apos;s data</source>
        <translation>Was von den Daten des Dienstes zu wissen ist</translation>
    </message>
    <message>
        <source>What must hold in the data</source>
        <translation>Was in den Daten gelten muss</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Action of a kind</source>
        <translation>Aktion einer Art</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Label of a new one</source>
        <translation>Bezeichnung eines neuen</translation>
    </message>
</context>
<context>
    <name>EntityList</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>EntityPlans</name>
    <message>
        <source>%1 has no such action.</source>
        <translation>%1 hat keine solche Aktion.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>Which one is meant must be said: its key or name.</source>
        <translation>Welches gemeint ist, muss gesagt werden: Schlüssel oder Name.</translation>
    </message>
    <message>
        <source>That does not apply to it as it is now.</source>
        <translation>Das trifft auf den jetzigen Zustand nicht zu.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 rows are meant; this changes the first %2.</source>
        <translation>%1 Zeilen sind gemeint; dies ändert die ersten %2.</translation>
    </message>
    <message>
        <source>Do it again afterwards for the rest.</source>
        <translation>Danach für den Rest wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to change.</source>
        <translation>Es gibt nichts zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source> (%n row(s))</source>
        <translation>
            <numerusform> (%n Zeile)</numerusform>
            <numerusform> (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n more before-value(s)</source>
        <translation>
            <numerusform>%1: %n weiterer vorheriger Wert</numerusform>
            <numerusform>%1: %n weitere vorherige Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 on %3</source>
        <translation>%1: %2 auf %3</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>The service has no address for that: %1 is not set.</source>
        <translation>Der Dienst hat keine Adresse dafür: %1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Set it in the service&apos;s environment and start the service again.</source>
        <translation>In der Umgebung des Dienstes setzen und den Dienst neu starten.</translation>
    </message>
    <message>
        <source>A label for the new one must be said.</source>
        <translation>Eine Bezeichnung für das neue muss angegeben werden.</translation>
    </message>
    <message>
        <source>The service makes it; it can be revoked afterwards, but not unmade.</source>
        <translation>Der Dienst erzeugt es; es kann danach widerrufen, aber nicht ungeschehen gemacht werden.</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 has %2 bytes instead of %3.</source>
        <translation>%1 hat %2 Bytes statt %3.</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 wurde geändert.</translation>
    </message>
    <message>
        <source>This is no evidence set of Pilothouse.</source>
        <translation>Das ist kein Beweissatz von Pilothouse.</translation>
    </message>
    <message>
        <source>The manifest of the set is damaged.</source>
        <translation>Das Manifest des Satzes ist beschädigt.</translation>
    </message>
    <message>
        <source>Name the folder that “logs export” has made.</source>
        <translation>Den Ordner nennen, den „logs export“ angelegt hat.</translation>
    </message>
    <message>
        <source>%1 does not fit the manifest.</source>
        <translation>%1 passt nicht zum Manifest.</translation>
    </message>
    <message>
        <source>%1 does not belong to the set.</source>
        <translation>%1 gehört nicht zum Satz.</translation>
    </message>
</context>
<context>
    <name>EvidenceWriter</name>
    <message>
        <source>Something is there already.</source>
        <translation>Dort ist schon etwas.</translation>
    </message>
    <message>
        <source>Name a folder that does not exist yet.</source>
        <translation>Einen Ordner nennen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>The log was rotated again and again while it was copied.</source>
        <translation>Das Log wurde beim Kopieren immer wieder rotiert.</translation>
    </message>
    <message>
        <source>Export it once more, or a part of it with --since.</source>
        <translation>Noch einmal exportieren, oder mit --since nur einen Teil.</translation>
    </message>
</context>
<context>
    <name>Executor</name>
    <message>
        <source>The secret &quot;%1&quot; is needed and was not given.</source>
        <translation>Das Geheimnis &quot;%1&quot; wird gebraucht und wurde nicht angegeben.</translation>
    </message>
    <message>
        <source>This was planned for %1, not for %2.</source>
        <translation>Dies wurde für %1 geplant, nicht für %2.</translation>
    </message>
    <message>
        <source>This cannot run: %1</source>
        <translation>Dies kann nicht laufen: %1</translation>
    </message>
    <message>
        <source>This needs your consent (%1): %2</source>
        <translation>Dies braucht eine Zustimmung (%1): %2</translation>
    </message>
    <message>
        <source>It must be confirmed.</source>
        <translation>Es muss bestätigt werden.</translation>
    </message>
    <message>
        <source>The name of the instance must be typed: %1</source>
        <translation>Der Name der Instanz muss eingegeben werden: %1</translation>
    </message>
    <message>
        <source>A reason must be given.</source>
        <translation>Ein Grund muss angegeben werden.</translation>
    </message>
    <message>
        <source>The instance has changed since this was planned.</source>
        <translation>Die Instanz hat sich seit der Planung geändert.</translation>
    </message>
    <message>
        <source>Plan it anew and look at what would happen now.</source>
        <translation>Neu planen und ansehen, was jetzt geschehen würde.</translation>
    </message>
    <message>
        <source>This operation has ended already.</source>
        <translation>Dieser Vorgang ist bereits beendet.</translation>
    </message>
    <message>
        <source>A step that cannot be put back has begun.</source>
        <translation>Ein Schritt, der nicht zurückgenommen werden kann, hat begonnen.</translation>
    </message>
    <message>
        <source>Resume it instead.</source>
        <translation>Stattdessen fortsetzen.</translation>
    </message>
    <message>
        <source>It could not be put back completely.</source>
        <translation>Es konnte nicht vollständig zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Look at it and settle it by hand, then put back again.</source>
        <translation>Ansehen und von Hand klären, dann noch einmal zurücknehmen.</translation>
    </message>
    <message>
        <source>To finish by hand:</source>
        <translation>Von Hand zu Ende bringen:</translation>
    </message>
    <message>
        <source>To put back by hand:</source>
        <translation>Von Hand zurücknehmen:</translation>
    </message>
    <message>
        <source>What is there now is neither the old state nor the new one.</source>
        <translation>Was jetzt da ist, ist weder der alte noch der neue Zustand.</translation>
    </message>
    <message>
        <source>Look at it, settle it by hand, then resume or put back.</source>
        <translation>Ansehen, von Hand klären, dann fortsetzen oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This could not be proved.</source>
        <translation>Dies konnte nicht nachgewiesen werden.</translation>
    </message>
    <message>
        <source>It ran without an error, but what it should do is not done.</source>
        <translation>Es lief ohne Fehler, aber was es tun soll, ist nicht getan.</translation>
    </message>
    <message>
        <source>The work itself is complete, only its end is missing in the audit.</source>
        <translation>Die Arbeit selbst ist fertig, nur ihr Ende fehlt im Audit.</translation>
    </message>
    <message>
        <source>The work itself is complete. Make room, then resume it to close its journal.</source>
        <translation>Die Arbeit selbst ist fertig. Platz schaffen, dann fortsetzen, um ihr Journal zu schließen.</translation>
    </message>
    <message>
        <source>Its end is missing in the audit: %1</source>
        <translation>Ihr Ende fehlt im Audit: %1</translation>
    </message>
    <message>
        <source>An earlier operation has not been settled: %1</source>
        <translation>Ein früherer Vorgang ist noch nicht abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Resume it or put it back first, in Activity or with: journal rollback %1</source>
        <translation>Setzen Sie ihn zuerst fort oder zurück, unter Aktivität oder mit: journal rollback %1</translation>
    </message>
    <message>
        <source>What this has changed can be put back in Activity or with: undo apply %1</source>
        <translation>Was hiermit geändert wurde, lässt sich zurücknehmen unter Aktivität oder mit: undo apply %1</translation>
    </message>
</context>
<context>
    <name>ExpectHttpStep</name>
    <message>
        <source>%1 answers as it should</source>
        <translation>%1 antwortet wie erwartet</translation>
    </message>
</context>
<context>
    <name>ExpectLogsStep</name>
    <message>
        <source>After its start the log says: %1</source>
        <translation>Nach dem Start steht im Log: %1</translation>
    </message>
    <message>
        <source>Read the log of the service from its last start on.</source>
        <translation>Das Log des Dienstes ab seinem letzten Start lesen.</translation>
    </message>
    <message numerus="yes">
        <source>No fatal line in the log for %n second(s)</source>
        <translation>
            <numerusform>Keine fatale Zeile im Log, %n Sekunde lang</numerusform>
            <numerusform>Keine fatale Zeile im Log, %n Sekunden lang</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no regular expression.</source>
        <translation>Das ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>Watching the log of %1</source>
        <translation>Das Log von %1 wird beobachtet</translation>
    </message>
    <message>
        <source>Watching the log was cancelled.</source>
        <translation>Das Beobachten des Logs wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ExpectNewSecretStep</name>
    <message>
        <source>%1 runs with the new %2</source>
        <translation>%1 läuft mit dem neuen %2</translation>
    </message>
    <message>
        <source>The service runs with another %1 than it was given: something else sets it.</source>
        <translation>Der Dienst läuft mit einem anderen %1, als er bekommen hat: Etwas anderes setzt es.</translation>
    </message>
    <message>
        <source>Look for it in the command of the service and in the files that it reads.</source>
        <translation>Im Befehl des Dienstes und in den Dateien, die er liest, danach suchen.</translation>
    </message>
</context>
<context>
    <name>ExpectRunningStep</name>
    <message>
        <source>Look whether %1 runs</source>
        <translation>Nachsehen, ob %1 läuft</translation>
    </message>
    <message>
        <source>The service is not running.</source>
        <translation>Der Dienst läuft nicht.</translation>
    </message>
    <message>
        <source>Look at its data, then start it.</source>
        <translation>Sehen Sie sich seine Daten an und starten Sie ihn dann.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Not exported to %1: %2. Nothing was written.</source>
        <translation>Nicht nach %1 exportiert: %2. Nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>Exposure</name>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Published at %1: only this machine reaches it.</source>
        <translation>Veröffentlicht auf %1: Nur dieser Rechner erreicht ihn.</translation>
    </message>
    <message>
        <source>Published at %1: whoever reaches this machine reaches the service, past its firewall.</source>
        <translation>Veröffentlicht auf %1: Wer diesen Rechner erreicht, erreicht den Dienst, an der Firewall vorbei.</translation>
    </message>
    <message>
        <source>Published at %1: whoever is in that network reaches the service.</source>
        <translation>Veröffentlicht auf %1: Wer in diesem Netz ist, erreicht den Dienst.</translation>
    </message>
    <message>
        <source>Publish it at 127.0.0.1 alone, with a reverse proxy that speaks HTTPS before it.</source>
        <translation>Nur auf 127.0.0.1 veröffentlichen, mit einem Reverse-Proxy davor, der HTTPS spricht.</translation>
    </message>
    <message>
        <source>Published ports</source>
        <translation>Veröffentlichte Ports</translation>
    </message>
    <message>
        <source>None: only its own networks reach it.</source>
        <translation>Keine: Nur seine eigenen Netze erreichen ihn.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>It shares the network of this machine: every port that it opens is open outside.</source>
        <translation>Er teilt das Netz dieses Rechners: Jeder Port, den er öffnet, ist nach außen offen.</translation>
    </message>
    <message>
        <source>Give it a network of its own, and publish only what is needed.</source>
        <translation>Ihm ein eigenes Netz geben und nur veröffentlichen, was nötig ist.</translation>
    </message>
    <message>
        <source>It is in the engine&apos;s common network “bridge”, together with every other container that names none.</source>
        <translation>Er ist im gemeinsamen Netz „bridge“ der Engine, zusammen mit jedem anderen Container, der keines nennt.</translation>
    </message>
    <message>
        <source>Give it a network that only its reverse proxy is in as well.</source>
        <translation>Ihm ein Netz geben, in dem sonst nur sein Reverse-Proxy ist.</translation>
    </message>
    <message>
        <source>%1 is internal: it has no way out and none in.</source>
        <translation>%1 ist intern: Es hat keinen Weg hinaus und keinen hinein.</translation>
    </message>
    <message>
        <source>%1 is not internal: the service can call any address outside.</source>
        <translation>%1 ist nicht intern: Der Dienst kann jede Adresse draußen aufrufen.</translation>
    </message>
    <message>
        <source>Needed where it calls a provider itself; else make the network internal.</source>
        <translation>Nötig, wo er selbst einen Anbieter aufruft; sonst das Netz intern machen.</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>It is privileged: whoever breaks into the service is root on this machine.</source>
        <translation>Er ist privilegiert: Wer in den Dienst einbricht, ist root auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Create it again without --privileged, with only the capabilities that it needs.</source>
        <translation>Ihn ohne --privileged neu anlegen, nur mit den Fähigkeiten, die er braucht.</translation>
    </message>
    <message>
        <source>Not privileged.</source>
        <translation>Nicht privilegiert.</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>It was given more than usual: %1.</source>
        <translation>Er hat mehr als üblich bekommen: %1.</translation>
    </message>
    <message>
        <source>Drop what it does not need.</source>
        <translation>Wegnehmen, was er nicht braucht.</translation>
    </message>
    <message>
        <source>Mount %1</source>
        <translation>Einhängung %1</translation>
    </message>
    <message>
        <source>It has the engine&apos;s socket: whoever breaks into the service rules every container and this machine, read-only or not.</source>
        <translation>Er hat den Socket der Engine: Wer in den Dienst einbricht, beherrscht jeden Container und diesen Rechner, schreibgeschützt oder nicht.</translation>
    </message>
    <message>
        <source>Create it again without the socket.</source>
        <translation>Ihn ohne den Socket neu anlegen.</translation>
    </message>
    <message>
        <source>It sees %1 of this machine.</source>
        <translation>Er sieht %1 dieses Rechners.</translation>
    </message>
    <message>
        <source>Mount only the folder that it needs, read-only.</source>
        <translation>Nur den Ordner einhängen, den er braucht, schreibgeschützt.</translation>
    </message>
    <message>
        <source>Read and write: %1</source>
        <translation>Lesen und schreiben: %1</translation>
    </message>
    <message>
        <source>It listens at %1: only this machine reaches it.</source>
        <translation>Er lauscht auf %1: Nur dieser Rechner erreicht ihn.</translation>
    </message>
    <message>
        <source>It listens at %1: whoever reaches this machine reaches the service.</source>
        <translation>Er lauscht auf %1: Wer diesen Rechner erreicht, erreicht den Dienst.</translation>
    </message>
    <message>
        <source>Let it listen at 127.0.0.1, or close the port in the firewall, with a reverse proxy that speaks HTTPS before it.</source>
        <translation>Ihn auf 127.0.0.1 lauschen lassen oder den Port in der Firewall schließen, mit einem Reverse-Proxy davor, der HTTPS spricht.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>It listens on none.</source>
        <translation>Er lauscht auf keinem.</translation>
    </message>
    <message>
        <source>The service does not run, so it listens nowhere.</source>
        <translation>Der Dienst läuft nicht und lauscht darum nirgends.</translation>
    </message>
    <message>
        <source>Pilothouse does not know which service uses these files.</source>
        <translation>Pilothouse weiß nicht, welcher Dienst diese Dateien benutzt.</translation>
    </message>
    <message>
        <source>Start it, and look again.</source>
        <translation>Ihn starten und noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Choose its container, unit or command in the settings of the instance.</source>
        <translation>In den Einstellungen der Instanz seinen Container, seine Unit oder seinen Befehl wählen.</translation>
    </message>
    <message>
        <source>Who can reach the service</source>
        <translation>Wer den Dienst erreicht</translation>
    </message>
</context>
<context>
    <name>FileOps</name>
    <message>
        <source>Make at least %1 free on the file system at %2, then try again.</source>
        <translation>Auf dem Dateisystem bei %2 mindestens %1 freimachen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This is not an absolute path of a file or folder.</source>
        <translation>Dies ist kein absoluter Pfad einer Datei oder eines Ordners.</translation>
    </message>
    <message>
        <source>Its folder cannot be opened.</source>
        <translation>Der Ordner darüber kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>It is a symbolic link, and links are not followed.</source>
        <translation>Es ist ein symbolischer Link, und Links wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>It cannot be opened.</source>
        <translation>Kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It cannot be written.</source>
        <translation>Kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>It cannot be forced to the disk, so it may be lost.</source>
        <translation>Kann nicht auf die Platte gezwungen werden und geht vielleicht verloren.</translation>
    </message>
    <message>
        <source>It cannot be locked.</source>
        <translation>Kann nicht gesperrt werden.</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>Ein anderes Programm hält die Sperre.</translation>
    </message>
    <message>
        <source>It is longer than what is read of such a file.</source>
        <translation>Länger, als von einer solchen Datei gelesen wird.</translation>
    </message>
    <message>
        <source>It cannot be looked at.</source>
        <translation>Kann nicht angesehen werden.</translation>
    </message>
    <message>
        <source>The folder cannot be read.</source>
        <translation>Der Ordner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It cannot get the name %1: something is there already.</source>
        <translation>Kann den Namen %1 nicht bekommen: dort ist schon etwas.</translation>
    </message>
    <message>
        <source>It cannot get the name %1.</source>
        <translation>Kann den Namen %1 nicht bekommen.</translation>
    </message>
    <message>
        <source>It cannot be removed.</source>
        <translation>Kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Its mode cannot be changed.</source>
        <translation>Die Rechte können nicht geändert werden.</translation>
    </message>
    <message>
        <source>Its owner cannot be changed.</source>
        <translation>Der Eigentümer kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>Its free space cannot be read.</source>
        <translation>Der freie Platz kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Another file system is mounted in it, so it is not removed.</source>
        <translation>Darin ist ein anderes Dateisystem eingehängt, deshalb wird nichts entfernt.</translation>
    </message>
    <message>
        <source>No file can be made in its folder.</source>
        <translation>In diesem Ordner kann keine Datei angelegt werden.</translation>
    </message>
    <message>
        <source>Its owner cannot be set.</source>
        <translation>Der Eigentümer kann nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>Its mode cannot be set.</source>
        <translation>Die Rechte können nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>Something is there already.</source>
        <translation>Dort ist schon etwas.</translation>
    </message>
    <message>
        <source>It cannot be given its name.</source>
        <translation>Kann seinen Namen nicht bekommen.</translation>
    </message>
    <message>
        <source>What is copied to it cannot be read.</source>
        <translation>Was dorthin kopiert wird, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>It is not a regular file, so it is not replaced.</source>
        <translation>Es ist keine gewöhnliche Datei, deshalb wird es nicht ersetzt.</translation>
    </message>
    <message>
        <source>Something that is no folder has this name.</source>
        <translation>Etwas, das kein Ordner ist, trägt diesen Namen.</translation>
    </message>
    <message>
        <source>The SHA-256 could not be computed.</source>
        <translation>Die SHA-256-Prüfsumme konnte nicht berechnet werden.</translation>
    </message>
    <message>
        <source>The link cannot be made.</source>
        <translation>Die Verknüpfung kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Make room on the file system at %1 (%2 free), then try again.</source>
        <translation>Auf dem Dateisystem bei %1 Platz schaffen (%2 frei), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Others may write it, so it is not trusted.</source>
        <translation>Andere dürfen sie schreiben, darum wird ihr nicht vertraut.</translation>
    </message>
    <message>
        <source>It belongs to another user, so it is not trusted.</source>
        <translation>Sie gehört einem anderen Benutzer, darum wird ihr nicht vertraut.</translation>
    </message>
    <message>
        <source>Find out who made it; remove it where that was not you.</source>
        <translation>Stellen Sie fest, wer sie angelegt hat; entfernen Sie sie, wenn Sie es nicht waren.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Es ist nicht da.</translation>
    </message>
</context>
<context>
    <name>FileScan</name>
    <message>
        <source>Reading the log was stopped.</source>
        <translation>Das Lesen des Logs wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>FileSteps</name>
    <message>
        <source>Copy %1 to %2</source>
        <translation>%1 nach %2 kopieren</translation>
    </message>
    <message>
        <source>Something is there already.</source>
        <translation>Dort ist schon etwas.</translation>
    </message>
    <message>
        <source>Only what was set aside or kept for safety is deleted for good.</source>
        <translation>Nur was beiseitegelegt oder zur Sicherheit behalten wurde, wird endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Delete %1 for good</source>
        <translation>%1 endgültig löschen</translation>
    </message>
    <message>
        <source>What was deleted for good cannot be put back.</source>
        <translation>Endgültig Gelöschtes kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Set %1 aside</source>
        <translation>%1 beiseitelegen</translation>
    </message>
    <message>
        <source>What was set aside is not there any more: %1</source>
        <translation>Was beiseitegelegt wurde, ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1 (war %2)</translation>
    </message>
    <message>
        <source>Set the mode of %1 to %2</source>
        <translation>Rechte von %1 auf %2 setzen</translation>
    </message>
    <message>
        <source>&quot;ownerId&quot; and &quot;groupId&quot; are both needed.</source>
        <translation>&quot;ownerId&quot; und &quot;groupId&quot; werden beide gebraucht.</translation>
    </message>
    <message>
        <source>Set the owner of %1 to %2:%3</source>
        <translation>Eigentümer von %1 auf %2:%3 setzen</translation>
    </message>
    <message>
        <source>This must be the number of a user or group.</source>
        <translation>Hier muss die Nummer eines Benutzers oder einer Gruppe stehen.</translation>
    </message>
    <message>
        <source>This must be an absolute path.</source>
        <translation>Hier muss ein absoluter Pfad stehen.</translation>
    </message>
    <message>
        <source>This must be octal text such as &quot;0640&quot;.</source>
        <translation>Hier muss ein Oktaltext wie &quot;0640&quot; stehen.</translation>
    </message>
    <message>
        <source>&quot;text&quot; or &quot;base64&quot; must hold the content.</source>
        <translation>&quot;text&quot; oder &quot;base64&quot; muss den Inhalt enthalten.</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>It was changed meanwhile.</source>
        <translation>Es wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 (the file before the change)</source>
        <translation>%1 (die Datei vor der Änderung)</translation>
    </message>
</context>
<context>
    <name>FilesRuntime</name>
    <message>
        <source>This instance is only files: Pilothouse does not know how its service is started or stopped.</source>
        <translation>Diese Instanz besteht nur aus Dateien: Pilothouse weiß nicht, wie ihr Dienst gestartet oder gestoppt wird.</translation>
    </message>
    <message>
        <source>Choose the container or the command of the service in the settings of the instance.</source>
        <translation>In den Einstellungen der Instanz den Container oder den Befehl des Dienstes wählen.</translation>
    </message>
    <message>
        <source>This instance is only files; whether its service runs is not known.</source>
        <translation>Diese Instanz besteht nur aus Dateien; ob ihr Dienst läuft, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>FilterParser</name>
    <message>
        <source>There is no “(” for this “)”.</source>
        <translation>Zu dieser „)“ fehlt die „(“.</translation>
    </message>
    <message>
        <source>Something to find is missing here.</source>
        <translation>Hier fehlt, was gesucht wird.</translation>
    </message>
    <message>
        <source>There are too many groups within each other.</source>
        <translation>Zu viele Gruppen stehen ineinander.</translation>
    </message>
    <message>
        <source>The quotation mark has no end.</source>
        <translation>Das Anführungszeichen hat kein Ende.</translation>
    </message>
    <message>
        <source>There is no “)” for this “(”.</source>
        <translation>Zu dieser „(“ fehlt die „)“.</translation>
    </message>
    <message>
        <source>This is not a regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>The regular expression has no end.</source>
        <translation>Der reguläre Ausdruck hat kein Ende.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>“%1” is no level; there are trace, debug, info, warning, error and fatal.</source>
        <translation>„%1“ ist keine Stufe; es gibt trace, debug, info, warning, error und fatal.</translation>
    </message>
    <message>
        <source>“%1” is no time: write 2026-11-20, 2026-11-20T22:00, 22:00, or how long ago: -10m, -1h, -2d.</source>
        <translation>„%1“ ist keine Zeit: 2026-11-20, 2026-11-20T22:00, 22:00 schreiben, oder wie lange her: -10m, -1h, -2d.</translation>
    </message>
    <message>
        <source>A time is compared with &lt;, &lt;=, &gt; or &gt;=.</source>
        <translation>Eine Zeit wird mit &lt;, &lt;=, &gt; oder &gt;= verglichen.</translation>
    </message>
</context>
<context>
    <name>ForeignBackup</name>
    <message>
        <source>Beside this database lies a file of unfinished work, so it is not a backup but a database in use or one that was cut off.</source>
        <translation>Neben dieser Datenbank liegt eine Datei unfertiger Arbeit, also ist sie keine Sicherung, sondern in Benutzung oder abgebrochen.</translation>
    </message>
    <message>
        <source>The archive holds no files.</source>
        <translation>Das Archiv enthält keine Dateien.</translation>
    </message>
    <message>
        <source>The archive holds more files than a backup of databases would.</source>
        <translation>Das Archiv enthält mehr Dateien als eine Sicherung von Datenbanken.</translation>
    </message>
    <message>
        <source>The archive holds a name that is not allowed.</source>
        <translation>Das Archiv enthält einen unzulässigen Namen.</translation>
    </message>
    <message>
        <source>Two members of the archive have the same name.</source>
        <translation>Zwei Einträge des Archivs haben denselben Namen.</translation>
    </message>
    <message>
        <source>Two members are the same database of this service.</source>
        <translation>Zwei Einträge sind dieselbe Datenbank dieses Dienstes.</translation>
    </message>
    <message>
        <source>This is no database of the service, or it is not clear which.</source>
        <translation>Dies ist keine Datenbank des Dienstes, oder es ist nicht klar, welche.</translation>
    </message>
    <message>
        <source>A backup set of Pilothouse, the archive of the runbook&apos;s script, one database file, or a dump of PostgreSQL in custom or directory format can be restored.</source>
        <translation>Wiederherstellen lassen sich ein Satz von Pilothouse, das Archiv aus dem Skript des Runbooks, eine einzelne Datenbankdatei oder ein Dump von PostgreSQL im Custom- oder Verzeichnisformat.</translation>
    </message>
</context>
<context>
    <name>ForeignDump</name>
    <message>
        <source>Use another file.</source>
        <translation>Eine andere Datei verwenden.</translation>
    </message>
    <message>
        <source>This is no database of the service, or it is not clear which.</source>
        <translation>Dies ist keine Datenbank des Dienstes, oder es ist nicht klar, welche.</translation>
    </message>
    <message>
        <source>It holds no tables.</source>
        <translation>Sie enthält keine Tabellen.</translation>
    </message>
    <message>
        <source>Load it into an empty database of its own with “%1”, then dump that with “pg_dump --format=custom”: such a file can be restored.</source>
        <translation>Laden Sie sie mit „%1“ in eine eigene leere Datenbank und sichern Sie diese mit „pg_dump --format=custom“: So eine Datei lässt sich wiederherstellen.</translation>
    </message>
    <message>
        <source>This is a dump of pg_dump in tar format.</source>
        <translation>Das ist ein Dump von pg_dump im tar-Format.</translation>
    </message>
    <message>
        <source>This is a dump of pg_dump as SQL text.</source>
        <translation>Das ist ein Dump von pg_dump als SQL-Text.</translation>
    </message>
    <message>
        <source>The folder holds a file that is not of the dump.</source>
        <translation>Der Ordner enthält eine Datei, die nicht zum Dump gehört.</translation>
    </message>
</context>
<context>
    <name>FoundJobs</name>
    <message>
        <source>It leaves out %1.</source>
        <translation>Es lässt %1 aus.</translation>
    </message>
    <message>
        <source>It goes on after a copy has failed, and still removes old backups.</source>
        <translation>Es macht nach einer misslungenen Kopie weiter und entfernt trotzdem alte Sicherungen.</translation>
    </message>
    <message>
        <source>It goes on after a copy has failed.</source>
        <translation>Es macht nach einer misslungenen Kopie weiter.</translation>
    </message>
    <message>
        <source>It removes by age alone: after a month of failures nothing is left.</source>
        <translation>Es entfernt allein nach Alter: nach einem Monat voller Fehler ist nichts mehr da.</translation>
    </message>
    <message>
        <source>Its archive holds the whole path of each file, so the runbook&apos;s way back does not find them.</source>
        <translation>Sein Archiv enthält den ganzen Pfad jeder Datei, deshalb findet der Rückweg des Runbooks sie nicht.</translation>
    </message>
    <message>
        <source>It never checks what it wrote.</source>
        <translation>Es prüft nie, was es geschrieben hat.</translation>
    </message>
</context>
<context>
    <name>GzipStream</name>
    <message>
        <source>There was not enough memory to compress.</source>
        <translation>Der Speicher reichte zum Komprimieren nicht aus.</translation>
    </message>
</context>
<context>
    <name>HardeningMaintenance</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The permissions of the files could not be checked</source>
        <translation>Die Rechte der Dateien konnten nicht geprüft werden</translation>
    </message>
    <message>
        <source>Only the service gets at its files</source>
        <translation>Nur der Dienst kommt an seine Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were looked at.</source>
        <translation>
            <numerusform>%n Datei wurde angesehen.</numerusform>
            <numerusform>%n Dateien wurden angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Others get at %n file(s)</source>
        <translation>
            <numerusform>Andere kommen an %n Datei</numerusform>
            <numerusform>Andere kommen an %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Sets owner and mode as the profile wants them; Undo puts them back.</source>
        <translation>Setzt Besitzer und Rechte, wie das Profil sie will; Rückgängig setzt sie zurück.</translation>
    </message>
    <message>
        <source>Who can reach the service is not known</source>
        <translation>Es ist nicht bekannt, wer den Dienst erreicht</translation>
    </message>
    <message>
        <source>The service is open to others</source>
        <translation>Der Dienst ist für andere offen</translation>
    </message>
    <message>
        <source>The service is reached only from where it should be</source>
        <translation>Der Dienst wird nur von dort erreicht, von wo er soll</translation>
    </message>
    <message>
        <source>Ports, networks, rights and mounts were looked at.</source>
        <translation>Ports, Netze, Rechte und Einhängungen wurden angesehen.</translation>
    </message>
    <message>
        <source>What the service may use is not known</source>
        <translation>Es ist nicht bekannt, was der Dienst nutzen darf</translation>
    </message>
    <message>
        <source>The service may use all memory of this machine</source>
        <translation>Der Dienst darf allen Speicher dieses Rechners nutzen</translation>
    </message>
    <message>
        <source>At most %1 in 7 days.</source>
        <translation>Höchstens %1 in 7 Tagen.</translation>
    </message>
    <message>
        <source>The service may use %1 of memory</source>
        <translation>Der Dienst darf %1 Speicher nutzen</translation>
    </message>
    <message>
        <source>The logs stay within bounds</source>
        <translation>Die Protokolle bleiben in ihren Grenzen</translation>
    </message>
    <message>
        <source>At most %1 in all.</source>
        <translation>Höchstens %1 insgesamt.</translation>
    </message>
    <message>
        <source>%1 should have gone back</source>
        <translation>%1 hätte zurückgehen sollen</translation>
    </message>
    <message>
        <source>%1 goes back by itself</source>
        <translation>%1 geht von selbst zurück</translation>
    </message>
    <message>
        <source>Due %1.</source>
        <translation>Fällig %1.</translation>
    </message>
    <message>
        <source>The logs could not be checked</source>
        <translation>Die Protokolle konnten nicht geprüft werden</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Set permissions</source>
        <translation>Rechte setzen</translation>
    </message>
</context>
<context>
    <name>HealthProbe</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Answered %1, %2 was expected</source>
        <translation>Antwort %1, erwartet war %2</translation>
    </message>
    <message>
        <source>Answered with %1, %2 was expected</source>
        <translation>Antwort mit %1, erwartet war %2</translation>
    </message>
    <message>
        <source>no content type</source>
        <translation>kein Inhaltstyp</translation>
    </message>
    <message>
        <source>The answer is not a JSON object</source>
        <translation>Die Antwort ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, %3 was expected</source>
        <translation>&quot;%1&quot; ist %2, erwartet war %3</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Frist</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>HostAddress</name>
    <message>
        <source>Cancelled while looking up %1.</source>
        <translation>Abgebrochen beim Auflösen von %1.</translation>
    </message>
    <message>
        <source>The name %1 is not resolved in time.</source>
        <translation>Der Name %1 wird nicht rechtzeitig aufgelöst.</translation>
    </message>
    <message>
        <source>Look at this machine&apos;s name servers, or give the address itself.</source>
        <translation>Die Nameserver dieses Rechners prüfen oder die Adresse selbst angeben.</translation>
    </message>
    <message>
        <source>There is no machine named %1.</source>
        <translation>Es gibt keinen Rechner namens %1.</translation>
    </message>
    <message>
        <source>Check the name, or give the address itself.</source>
        <translation>Den Namen prüfen oder die Adresse selbst angeben.</translation>
    </message>
</context>
<context>
    <name>HttpCallStep</name>
    <message>
        <source>Call %1 %2</source>
        <translation>%1 %2 aufrufen</translation>
    </message>
    <message>
        <source>A call to a service cannot be taken back.</source>
        <translation>Der Aufruf eines Dienstes kann nicht zurückgenommen werden.</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>The server sends to another one, %1, and Pilothouse does not follow.</source>
        <translation>Der Server verweist auf einen anderen, %1, und Pilothouse folgt dem nicht.</translation>
    </message>
    <message>
        <source>The server redirects more than %1 times.</source>
        <translation>Der Server leitet mehr als %1 Mal weiter.</translation>
    </message>
    <message>
        <source>The answer is larger than %1.</source>
        <translation>Die Antwort ist größer als %1.</translation>
    </message>
    <message>
        <source>The HTTP library could not be started.</source>
        <translation>Die HTTP-Bibliothek konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>This is not an http or https address.</source>
        <translation>Dies ist keine http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>This is not an HTTP method.</source>
        <translation>Dies ist keine HTTP-Methode.</translation>
    </message>
    <message>
        <source>A header of this request is not valid.</source>
        <translation>Ein Kopf dieser Anfrage ist ungültig.</translation>
    </message>
    <message>
        <source>There is not enough memory for this request.</source>
        <translation>Der Speicher reicht für diese Anfrage nicht aus.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The HTTP library failed.</source>
        <translation>Die HTTP-Bibliothek hat versagt.</translation>
    </message>
    <message>
        <source>No connection within %1 s.</source>
        <translation>Keine Verbindung binnen %1 s.</translation>
    </message>
    <message>
        <source>Connected, but no answer within %1 s.</source>
        <translation>Verbunden, aber keine Antwort binnen %1 s.</translation>
    </message>
    <message>
        <source>The answer stopped: nothing came for %1 s.</source>
        <translation>Die Antwort stockte: %1 s lang kam nichts.</translation>
    </message>
    <message>
        <source>The answer was not complete after %1 s.</source>
        <translation>Die Antwort war nach %1 s nicht vollständig.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at this address.</source>
        <translation>An dieser Adresse nimmt niemand Verbindungen an.</translation>
    </message>
    <message>
        <source>There is no such socket.</source>
        <translation>Diesen Socket gibt es nicht.</translation>
    </message>
    <message>
        <source>This user may not use the socket.</source>
        <translation>Dieser Benutzer darf den Socket nicht benutzen.</translation>
    </message>
    <message>
        <source>Nothing accepts connections on this socket.</source>
        <translation>An diesem Socket nimmt niemand Verbindungen an.</translation>
    </message>
    <message>
        <source>The name of this host could not be found.</source>
        <translation>Der Name dieses Rechners wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The server could not prove with its certificate who it is.</source>
        <translation>Der Server konnte sich mit seinem Zertifikat nicht ausweisen.</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer.</source>
        <translation>Der Server schloss die Verbindung ohne Antwort.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Die Antwort brach vor ihrem Ende ab.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam.</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTP.</source>
        <translation>Was dort antwortet, spricht kein HTTP.</translation>
    </message>
    <message>
        <source>The answer is compressed in a broken way.</source>
        <translation>Die Antwort ist fehlerhaft komprimiert.</translation>
    </message>
    <message>
        <source>The head of the answer is larger than 64 KiB.</source>
        <translation>Der Kopf der Antwort ist größer als 64 KiB.</translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation>Die Anfrage ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The file to send cannot be read.</source>
        <translation>Die zu sendende Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Start what listens there, or name another socket.</source>
        <translation>Starten, was dort lauscht, oder einen anderen Socket nennen.</translation>
    </message>
</context>
<context>
    <name>HttpExpectation</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>It answers with status %1, not %2.</source>
        <translation>Antwort mit Status %1, nicht %2.</translation>
    </message>
    <message>
        <source>It answers with “%1”, not “%2”: perhaps another service.</source>
        <translation>Antwort mit „%1“, nicht „%2“: vielleicht ein anderer Dienst.</translation>
    </message>
    <message>
        <source>Its answer is no JSON object.</source>
        <translation>Die Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It answers with %1 for “%2”, not %3.</source>
        <translation>Antwort mit %1 für „%2“, nicht %3.</translation>
    </message>
</context>
<context>
    <name>HttpWord</name>
    <message>
        <source>The step names no valid address.</source>
        <translation>Der Schritt nennt keine gültige Adresse.</translation>
    </message>
    <message>
        <source>The secret “%1” is not at hand.</source>
        <translation>Das Geheimnis „%1“ liegt nicht vor.</translation>
    </message>
</context>
<context>
    <name>ImageFetchStep</name>
    <message>
        <source>The image is still not there.</source>
        <translation>Das Image ist noch immer nicht da.</translation>
    </message>
</context>
<context>
    <name>ImageFile</name>
    <message>
        <source>This is not the file of a saved image.</source>
        <translation>Das ist keine Datei eines gesicherten Images.</translation>
    </message>
    <message>
        <source>Make one with “docker save --output FILE IMAGE:TAG”.</source>
        <translation>Eine anlegen: „docker save --output DATEI IMAGE:TAG“.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The file holds more than one image.</source>
        <translation>Die Datei enthält mehr als ein Image.</translation>
    </message>
    <message>
        <source>Save the one that is wanted alone.</source>
        <translation>Nur das gewünschte sichern.</translation>
    </message>
</context>
<context>
    <name>ImageLoadStep</name>
    <message>
        <source>Load the image %1 from %2</source>
        <translation>Das Image %1 aus %2 laden</translation>
    </message>
</context>
<context>
    <name>ImagePullStep</name>
    <message>
        <source>Fetch the image %1</source>
        <translation>Das Image %1 holen</translation>
    </message>
</context>
<context>
    <name>InstanceLife</name>
    <message>
        <source>%1, by %2 since %3</source>
        <translation>%1, durch %2 seit %3</translation>
    </message>
    <message>
        <source>“%1” waits for you: go on with it, or put it back.</source>
        <translation>„%1“ wartet: fortsetzen oder zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>InstanceLock</name>
    <message>
        <source>Only production instances are locked; there is nothing to unlock.</source>
        <translation>Nur Produktionsinstanzen sind gesperrt; hier gibt es nichts zu entsperren.</translation>
    </message>
    <message>
        <source>An instance is unlocked for 1 to %1 minutes.</source>
        <translation>Eine Instanz wird für 1 bis %1 Minuten entsperrt.</translation>
    </message>
    <message>
        <source>This machine does not say when it was started, so the minutes could not be measured and it stays locked.</source>
        <translation>Dieser Rechner sagt nicht, wann er gestartet wurde; die Minuten ließen sich nicht messen, also bleibt sie gesperrt.</translation>
    </message>
    <message>
        <source>/proc/sys/kernel/random/boot_id must be readable.</source>
        <translation>/proc/sys/kernel/random/boot_id muss lesbar sein.</translation>
    </message>
    <message>
        <source>It is production and locked: nothing of it changes.</source>
        <translation>Sie ist Produktion und gesperrt: Nichts an ihr ändert sich.</translation>
    </message>
    <message>
        <source>Unlock it for some minutes: pilothouse-cli lock unlock %1</source>
        <translation>Für einige Minuten entsperren: pilothouse-cli lock unlock %1</translation>
    </message>
</context>
<context>
    <name>InstanceQueries</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>What really is there</source>
        <translation>Was wirklich da ist</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Einhängungen</translation>
    </message>
    <message>
        <source>Starts and ends of the last two days</source>
        <translation>Starts und Enden der letzten zwei Tage</translation>
    </message>
</context>
<context>
    <name>InstanceSession</name>
    <message>
        <source>This is not a path inside the data folder of %1.</source>
        <translation>Dies ist kein Pfad im Datenordner von %1.</translation>
    </message>
</context>
<context>
    <name>InstanceStore</name>
    <message>
        <source>%1 is not an absolute path without &quot;..&quot;.</source>
        <translation>%1 ist kein absoluter Pfad ohne &quot;..&quot;.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>A container name of letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot; is needed.</source>
        <translation>Gebraucht wird ein Containername aus Buchstaben, Ziffern, &quot;.&quot;, &quot;_&quot; und &quot;-&quot;.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The program that starts the service is needed.</source>
        <translation>Gebraucht wird das Programm, das den Dienst startet.</translation>
    </message>
    <message>
        <source>Pid file</source>
        <translation>PID-Datei</translation>
    </message>
    <message>
        <source>The file that holds the service&apos;s process id is needed.</source>
        <translation>Gebraucht wird die Datei mit der Prozessnummer des Dienstes.</translation>
    </message>
    <message>
        <source>Working folder</source>
        <translation>Arbeitsordner</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>There is an instance with this name already.</source>
        <translation>Es gibt schon eine Instanz dieses Namens.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A name of at most 64 letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot; is needed.</source>
        <translation>Gebraucht wird ein Name aus höchstens 64 Buchstaben, Ziffern, &quot;.&quot;, &quot;_&quot; und &quot;-&quot;.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>A profile is needed.</source>
        <translation>Ein Profil wird gebraucht.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>The folder that holds the service&apos;s data is needed.</source>
        <translation>Gebraucht wird der Ordner mit den Daten des Dienstes.</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>Gesundheitsadresse</translation>
    </message>
    <message>
        <source>An http or https address without a password is needed.</source>
        <translation>Gebraucht wird eine http- oder https-Adresse ohne Passwort.</translation>
    </message>
    <message>
        <source>Archive format</source>
        <translation>Archivformat</translation>
    </message>
    <message>
        <source>Archives are tar.gz or tar.zst.</source>
        <translation>Archive sind tar.gz oder tar.zst.</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>Sicherheitskopien</translation>
    </message>
    <message>
        <source>Safety copies are kept for 1 to 3650 days.</source>
        <translation>Sicherheitskopien werden 1 bis 3650 Tage behalten.</translation>
    </message>
    <message>
        <source>Backup folder</source>
        <translation>Sicherungsordner</translation>
    </message>
    <message>
        <source>Second backup folder</source>
        <translation>Zweiter Sicherungsordner</translation>
    </message>
    <message>
        <source>There is no instance with this name.</source>
        <translation>Es gibt keine Instanz dieses Namens.</translation>
    </message>
    <message>
        <source>Add one with &quot;instance add&quot;.</source>
        <translation>Mit &quot;instance add&quot; eine hinzufügen.</translation>
    </message>
    <message>
        <source>Known instances: %1.</source>
        <translation>Bekannte Instanzen: %1.</translation>
    </message>
    <message>
        <source>This instance is no longer in the list.</source>
        <translation>Diese Instanz steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A group has at most 64 visible characters.</source>
        <translation>Eine Gruppe hat höchstens 64 sichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>The name of a systemd service is needed.</source>
        <translation>Der Name eines systemd-Dienstes wird gebraucht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no runtime; there are files, process, docker, compose and systemd.</source>
        <translation>„%1“ ist keine Laufzeit; es gibt files, process, docker, compose und systemd.</translation>
    </message>
    <message>
        <source>Watching the log</source>
        <translation>Beobachten des Logs</translation>
    </message>
    <message>
        <source>The log is watched for 0 to 3600 seconds.</source>
        <translation>Das Log wird 0 bis 3600 Sekunden lang beobachtet.</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Compose-Projekt</translation>
    </message>
    <message>
        <source>The names of a compose project and of one of its services are needed.</source>
        <translation>Die Namen eines Compose-Projekts und eines seiner Dienste werden gebraucht.</translation>
    </message>
    <message>
        <source>Only the data of a container is reached by its engine.</source>
        <translation>Nur die Daten eines Containers werden über dessen Engine erreicht.</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>The absolute path of a file, or an http or https address without a password, is needed.</source>
        <translation>Gebraucht wird der absolute Pfad einer Datei oder eine http- oder https-Adresse ohne Passwort.</translation>
    </message>
</context>
<context>
    <name>InstanceVerdict</name>
    <message>
        <source>The service is not there</source>
        <translation>Der Dienst ist nicht da</translation>
    </message>
    <message>
        <source>Killed, out of memory</source>
        <translation>Gewaltsam beendet, Speicher voll</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Restarts again and again</source>
        <translation>Startet immer wieder neu</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Last backup failed: %1</source>
        <translation>Letzte Sicherung fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
    <message>
        <source>Last backup %1 ago</source>
        <translation>Letzte Sicherung vor %1</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>Disk %1 full</source>
        <translation>Platte zu %1 voll</translation>
    </message>
    <message>
        <source>Memory %1 of its limit</source>
        <translation>Speicher bei %1 seiner Grenze</translation>
    </message>
    <message>
        <source>Answers after %1</source>
        <translation>Antwortet nach %1</translation>
    </message>
    <message>
        <source>The container calls itself unhealthy</source>
        <translation>Der Container meldet sich als ungesund</translation>
    </message>
    <message>
        <source>1 error</source>
        <translation>1 Fehler</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) missed</source>
        <translation>
            <numerusform>%n Lauf ausgefallen</numerusform>
            <numerusform>%n Läufe ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>Last verified backup %1 ago, %2: %3</source>
        <translation>Letzte geprüfte Sicherung vor %1, %2: %3</translation>
    </message>
    <message>
        <source>No verified backup yet, %1: %2</source>
        <translation>Noch keine geprüfte Sicherung, %1: %2</translation>
    </message>
    <message>
        <source>The last backup by schedule failed: %1</source>
        <translation>Die letzte Sicherung nach Zeitplan ist misslungen: %1</translation>
    </message>
    <message>
        <source>The database is not reached: %1</source>
        <translation>Die Datenbank ist nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>%1 of %2 database connections are taken</source>
        <translation>%1 von %2 Datenbankverbindungen sind belegt</translation>
    </message>
    <message>
        <source>Paused, so it answers nobody</source>
        <translation>Pausiert, antwortet also niemandem</translation>
    </message>
    <message>
        <source>Stopped on purpose</source>
        <translation>Mit Absicht angehalten</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>This plan has run already. Plan it anew.</source>
        <translation>Dieser Plan ist bereits gelaufen. Neu planen.</translation>
    </message>
    <message>
        <source>There is no such operation.</source>
        <translation>Diesen Vorgang gibt es nicht.</translation>
    </message>
    <message>
        <source>Line %1 of the journal does not follow from the one before.</source>
        <translation>Zeile %1 des Journals folgt nicht aus der vorigen.</translation>
    </message>
    <message>
        <source>This operation was never begun.</source>
        <translation>Dieser Vorgang hat nie begonnen.</translation>
    </message>
    <message>
        <source>This operation has not ended.</source>
        <translation>Dieser Vorgang ist nicht beendet.</translation>
    </message>
</context>
<context>
    <name>JournalLogStream</name>
    <message>
        <source>The journal of this unit cannot be read.</source>
        <translation>Das Journal dieser Unit kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Run Pilothouse as root, or as a user of the group systemd-journal.</source>
        <translation>Pilothouse als root oder als Benutzer der Gruppe systemd-journal ausführen.</translation>
    </message>
    <message>
        <source>From the journal.</source>
        <translation>Aus dem Journal.</translation>
    </message>
</context>
<context>
    <name>JsonPositions</name>
    <message>
        <source>nothing was expected after the end</source>
        <translation>nach dem Ende wurde nichts erwartet</translation>
    </message>
    <message>
        <source>at most 64 levels were expected</source>
        <translation>höchstens 64 Ebenen wurden erwartet</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;}&quot; was expected</source>
        <translation>&quot;,&quot; oder &quot;}&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a key in quotes was expected</source>
        <translation>ein Schlüssel in Anführungszeichen wurde erwartet</translation>
    </message>
    <message>
        <source>each key was expected once</source>
        <translation>jeder Schlüssel wurde nur einmal erwartet</translation>
    </message>
    <message>
        <source>&quot;:&quot; was expected</source>
        <translation>&quot;:&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;,&quot; or &quot;]&quot; was expected</source>
        <translation>&quot;,&quot; oder &quot;]&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a closing quote was expected on this line</source>
        <translation>ein schließendes Anführungszeichen wurde in dieser Zeile erwartet</translation>
    </message>
    <message>
        <source>a closing quote was expected</source>
        <translation>ein schließendes Anführungszeichen wurde erwartet</translation>
    </message>
    <message>
        <source>a value was expected</source>
        <translation>ein Wert wurde erwartet</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>&quot;%1&quot; is missing or wrong; expected: %2.</source>
        <translation>&quot;%1&quot; fehlt oder ist falsch; erwartet: %2.</translation>
    </message>
</context>
<context>
    <name>KeychainSecretStore</name>
    <message>
        <source>The desktop&apos;s keyring cannot be reached.</source>
        <translation>Der Schlüsselbund des Desktops ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Start one, such as gnome-keyring; secrets are never stored anywhere else.</source>
        <translation>Einen starten, etwa gnome-keyring; Geheimnisse werden nirgendwo sonst abgelegt.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring has no such secret.</source>
        <translation>Der Schlüsselbund des Desktops hat kein solches Geheimnis.</translation>
    </message>
    <message>
        <source>Enter it again; it is stored when the connection works.</source>
        <translation>Noch einmal eingeben; es wird abgelegt, wenn die Verbindung klappt.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring is locked.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is no keyring service (Secret Service or KWallet) in this session.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund (Secret Service oder KWallet).</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring did not answer in time.</source>
        <translation>Der Schlüsselbund des Desktops hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Unlock it, or answer its question, and try again.</source>
        <translation>Entsperren oder seine Frage beantworten und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>compose project %1</source>
        <translation>Compose-Projekt %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Unit %1</translation>
    </message>
    <message>
        <source>Pilothouse does not know which service uses these files.</source>
        <translation>Pilothouse weiß nicht, welcher Dienst diese Dateien benutzt.</translation>
    </message>
    <message>
        <source>The profile has no limits “%1”.</source>
        <translation>Das Profil hat keine Grenzen „%1“.</translation>
    </message>
    <message>
        <source>Say which memory, how many cores, or which preset.</source>
        <translation>Speicher, Zahl der Kerne oder eine Vorgabe nennen.</translation>
    </message>
    <message>
        <source>This machine has %1 cores; expected is a number from 0.01 on.</source>
        <translation>Dieser Rechner hat %1 Kerne; erwartet wird eine Zahl ab 0,01.</translation>
    </message>
    <message>
        <source>It uses %1 % of a core now and would become slower.</source>
        <translation>Er braucht jetzt %1 % eines Kerns und würde langsamer.</translation>
    </message>
    <message>
        <source>The next “compose up” that creates the container anew undoes this: its file must say so too.</source>
        <translation>Das nächste „compose up“, das den Container neu anlegt, macht das rückgängig: Auch seine Datei muss es sagen.</translation>
    </message>
    <message>
        <source>Write this into the compose file:</source>
        <translation>Dies in die Compose-Datei schreiben:</translation>
    </message>
    <message>
        <source>Write this into %1:</source>
        <translation>Dies in %1 schreiben:</translation>
    </message>
    <message>
        <source>It holds until the container is created anew; give the limits there as well.</source>
        <translation>Es gilt, bis der Container neu angelegt wird; die Grenzen auch dort angeben.</translation>
    </message>
    <message>
        <source>Run: systemctl set-property --runtime %1 MemoryMax=2G CPUQuota=200%</source>
        <translation>Ausführen: systemctl set-property --runtime %1 MemoryMax=2G CPUQuota=200%</translation>
    </message>
    <message>
        <source>Start the service as a container or as a unit of systemd.</source>
        <translation>Den Dienst als Container oder als Unit von systemd starten.</translation>
    </message>
    <message>
        <source>Only the limits of a container are changed while it runs.</source>
        <translation>Nur die Grenzen eines Containers lassen sich im Betrieb ändern.</translation>
    </message>
    <message>
        <source>Change the limits of %1</source>
        <translation>Grenzen von %1 ändern</translation>
    </message>
    <message>
        <source>Change the limits</source>
        <translation>Grenzen ändern</translation>
    </message>
    <message>
        <source>These are its limits already.</source>
        <translation>Das sind schon seine Grenzen.</translation>
    </message>
    <message>
        <source>The service goes on while its limits change.</source>
        <translation>Der Dienst läuft weiter, während sich seine Grenzen ändern.</translation>
    </message>
    <message>
        <source>Put the limits of %1 back</source>
        <translation>Grenzen von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>The engine takes no limit below 6 MiB.</source>
        <translation>Die Engine nimmt keine Grenze unter 6 MiB an.</translation>
    </message>
    <message>
        <source>The service uses %1 now: it would be killed at once.</source>
        <translation>Der Dienst braucht jetzt %1: Er würde sofort beendet.</translation>
    </message>
    <message>
        <source>Choose more, or restart the service first if it has grown.</source>
        <translation>Mehr wählen oder den Dienst erst neu starten, wenn er gewachsen ist.</translation>
    </message>
    <message>
        <source>It has used up to %1 within seven days; then it would be killed.</source>
        <translation>Er hat in sieben Tagen bis zu %1 gebraucht; dann würde er beendet.</translation>
    </message>
    <message>
        <source>Memory, such as 2G</source>
        <translation>Speicher, etwa 2G</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Limits of the profile</source>
        <translation>Grenzen des Profils</translation>
    </message>
    <message>
        <source>Limits and use</source>
        <translation>Grenzen und Nutzung</translation>
    </message>
</context>
<context>
    <name>LineIndexer</name>
    <message>
        <source>Reading the log was stopped.</source>
        <translation>Das Lesen des Logs wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>LineSearch</name>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>LogActions</name>
    <message>
        <source>%1 has no log.</source>
        <translation>%1 hat kein Log.</translation>
    </message>
    <message>
        <source>%1 has no log %2; there are: %3.</source>
        <translation>%1 hat kein Log %2; es gibt: %3.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Records at most</source>
        <translation>Höchstzahl der Einträge</translation>
    </message>
    <message>
        <source>Show the last records of a log</source>
        <translation>Die letzten Einträge eines Logs zeigen</translation>
    </message>
    <message>
        <source>Search a log</source>
        <translation>Ein Log durchsuchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>As a regular expression</source>
        <translation>Als regulären Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Reading the log was stopped.</source>
        <translation>Das Lesen des Logs wurde gestoppt.</translation>
    </message>
    <message>
        <source>List the logs</source>
        <translation>Protokolle auflisten</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>“%1” is no level; there are trace, debug, info, warning, error and fatal.</source>
        <translation>„%1“ ist keine Stufe; es gibt trace, debug, info, warning, error und fatal.</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>Nicht älter als</translation>
    </message>
    <message>
        <source>At least of level</source>
        <translation>Mindestens von Stufe</translation>
    </message>
    <message>
        <source>Not newer than</source>
        <translation>Nicht neuer als</translation>
    </message>
    <message>
        <source>“%1” is no time: write 2026-11-20 or 2026-11-20T22:00:00 (UTC), 2026-11-20T22:00:00+01:00, or how long ago: 30min, 1h, 2d.</source>
        <translation>„%1“ ist keine Zeit: 2026-11-20 oder 2026-11-20T22:00:00 (UTC), 2026-11-20T22:00:00+01:00, oder wie lange her: 30min, 1h, 2d.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>“%1” is no number of records: write %2 to %3.</source>
        <translation>„%1“ ist keine Anzahl von Einträgen: %2 bis %3 schreiben.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Records before and after</source>
        <translation>Einträge davor und danach</translation>
    </message>
    <message>
        <source>Count the records of a log</source>
        <translation>Die Einträge eines Logs zählen</translation>
    </message>
    <message>
        <source>Question of the profile</source>
        <translation>Frage des Profils</translation>
    </message>
    <message>
        <source>Count by field</source>
        <translation>Je Feld zählen</translation>
    </message>
    <message>
        <source>Largest of field</source>
        <translation>Größte Werte des Felds</translation>
    </message>
    <message>
        <source>Slower than</source>
        <translation>Langsamer als</translation>
    </message>
    <message>
        <source>Minute, hour or day</source>
        <translation>Minute, Stunde oder Tag</translation>
    </message>
    <message>
        <source>Rows at most</source>
        <translation>Höchstens so viele Zeilen</translation>
    </message>
    <message>
        <source>What is unusual</source>
        <translation>Was auffällt</translation>
    </message>
    <message>
        <source>“%1” is no width of a bar: write minute, hour or day.</source>
        <translation>„%1“ ist keine Balkenbreite: minute, hour oder day schreiben.</translation>
    </message>
    <message>
        <source>The profile asks nothing of this log.</source>
        <translation>Das Profil fragt dieses Log nichts.</translation>
    </message>
    <message>
        <source>The profile has no question %1; there are: %2.</source>
        <translation>Das Profil hat keine Frage %1; es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” is no duration: write 250ms, 1s or 2min.</source>
        <translation>„%1“ ist keine Dauer: 250ms, 1s oder 2min schreiben.</translation>
    </message>
    <message>
        <source>There is no log %1 yet.</source>
        <translation>Ein Log %1 gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
</context>
<context>
    <name>LogDriver</name>
    <message>
        <source>A file of the log takes at least 64 KiB.</source>
        <translation>Eine Datei des Protokolls braucht mindestens 64 KiB.</translation>
    </message>
    <message>
        <source>“%1” is no option of a log driver; expected is KEY=VALUE, with commas between.</source>
        <translation>„%1“ ist keine Option eines Protokolltreibers; erwartet wird NAME=WERT, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Only the drivers json-file and local have limits; what %1 keeps is set there.</source>
        <translation>Nur die Treiber json-file und local haben Grenzen; was %1 aufbewahrt, wird dort eingestellt.</translation>
    </message>
    <message>
        <source>Expected is a number of files from 1 to %1.</source>
        <translation>Erwartet wird eine Anzahl von Dateien von 1 bis %1.</translation>
    </message>
    <message>
        <source>Several files need a size at which the next one begins.</source>
        <translation>Mehrere Dateien brauchen eine Größe, bei der die nächste beginnt.</translation>
    </message>
    <message>
        <source>Say which driver, which size of a file, or how many files.</source>
        <translation>Angeben, welcher Treiber, welche Größe einer Datei oder wie viele Dateien.</translation>
    </message>
    <message>
        <source>“%1” is no log driver that Pilothouse sets; expected is one of %2.</source>
        <translation>„%1“ ist kein Protokolltreiber, den Pilothouse einstellt; erwartet wird einer von %2.</translation>
    </message>
    <message>
        <source>The log driver of a compose service comes from its project&apos;s file.</source>
        <translation>Der Protokolltreiber eines Compose-Dienstes kommt aus der Datei seines Projekts.</translation>
    </message>
    <message>
        <source>Write this into the compose file, then run “compose up”:</source>
        <translation>Dies in die Compose-Datei schreiben, dann „compose up“ ausführen:</translation>
    </message>
    <message>
        <source>Write this into %1, then run “compose up”:</source>
        <translation>Dies in %1 schreiben, dann „compose up“ ausführen:</translation>
    </message>
    <message>
        <source>Only what a container prints is kept by a log driver.</source>
        <translation>Nur die Ausgabe eines Containers bewahrt ein Protokolltreiber auf.</translation>
    </message>
    <message>
        <source>How much the journal keeps is set in journald.conf: SystemMaxUse.</source>
        <translation>Wie viel das Journal aufbewahrt, steht in journald.conf: SystemMaxUse.</translation>
    </message>
    <message>
        <source>How log files are rotated is set in the service.</source>
        <translation>Wie Protokolldateien rotiert werden, wird im Dienst eingestellt.</translation>
    </message>
    <message>
        <source>That is how its log is kept already.</source>
        <translation>So wird sein Protokoll bereits aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing of what the service prints can be read any more.</source>
        <translation>Von dem, was der Dienst ausgibt, lässt sich dann nichts mehr lesen.</translation>
    </message>
    <message>
        <source>The driver local with a limit takes little room.</source>
        <translation>Der Treiber local mit einer Grenze braucht wenig Platz.</translation>
    </message>
    <message>
        <source>Without a size it grows until the disk is full.</source>
        <translation>Ohne eine Größe wächst es, bis der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Give it a size, such as 10m.</source>
        <translation>Eine Größe angeben, etwa 10m.</translation>
    </message>
    <message>
        <source>The container does not start while nobody answers where %1 sends.</source>
        <translation>Der Container startet nicht, solange dort niemand antwortet, wohin %1 sendet.</translation>
    </message>
    <message>
        <source>Add the option fluentd-async=true.</source>
        <translation>Die Option fluentd-async=true hinzufügen.</translation>
    </message>
    <message>
        <source>What it has printed until now stays with the container that is set aside; the new one begins an empty log.</source>
        <translation>Was er bisher ausgegeben hat, bleibt bei dem Container, der beiseitegelegt wird; der neue beginnt ein leeres Protokoll.</translation>
    </message>
    <message>
        <source>The driver %1 sends every line on; to read it here, the engine keeps the newest of them as well.</source>
        <translation>Der Treiber %1 schickt jede Zeile weiter; damit sie sich hier lesen lassen, behält die Engine die neuesten ebenfalls.</translation>
    </message>
    <message>
        <source>For all containers made from now on, write this into /etc/docker/daemon.json and restart the engine: %1</source>
        <translation>Für alle künftigen Container dies in /etc/docker/daemon.json schreiben und die Engine neu starten: %1</translation>
    </message>
    <message>
        <source>The service does not run; it holds from its next start on.</source>
        <translation>Der Dienst läuft nicht; es gilt ab seinem nächsten Start.</translation>
    </message>
    <message>
        <source>Change how the log of %1 is kept</source>
        <translation>Ändern, wie das Protokoll von %1 aufbewahrt wird</translation>
    </message>
    <message>
        <source>Restart with it</source>
        <translation>Damit neu starten</translation>
    </message>
    <message>
        <source>Keep the log of %1 as before</source>
        <translation>Das Protokoll von %1 wie zuvor aufbewahren</translation>
    </message>
    <message>
        <source>Restart as before</source>
        <translation>Wie zuvor neu starten</translation>
    </message>
    <message>
        <source>What it has printed since then stays with the container that is set aside now.</source>
        <translation>Was er seither ausgegeben hat, bleibt bei dem Container, der jetzt beiseitegelegt wird.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Change how the log is kept</source>
        <translation>Ändern, wie das Protokoll aufbewahrt wird</translation>
    </message>
    <message>
        <source>Driver, such as json-file</source>
        <translation>Treiber, etwa json-file</translation>
    </message>
    <message>
        <source>Size of a file, such as 10m</source>
        <translation>Größe einer Datei, etwa 10m</translation>
    </message>
    <message>
        <source>Files at most</source>
        <translation>Dateien höchstens</translation>
    </message>
    <message>
        <source>Options, KEY=VALUE with commas between</source>
        <translation>Optionen, NAME=WERT mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>LogExport</name>
    <message>
        <source>There is no log to export yet.</source>
        <translation>Es gibt noch kein Log, das exportiert werden kann.</translation>
    </message>
    <message>
        <source>No record is marked.</source>
        <translation>Kein Eintrag ist markiert.</translation>
    </message>
</context>
<context>
    <name>LogFieldMenu</name>
    <message>
        <source>Only records with %1</source>
        <translation>Nur Einträge mit %1</translation>
    </message>
    <message>
        <source>Leave out records with %1</source>
        <translation>Einträge mit %1 weglassen</translation>
    </message>
    <message>
        <source>Only records with</source>
        <translation>Nur Einträge mit</translation>
    </message>
    <message>
        <source>Leave out records with</source>
        <translation>Ohne Einträge mit</translation>
    </message>
</context>
<context>
    <name>LogFieldReader</name>
    <message>
        <source>The log format %1 has a pattern that cannot be read.</source>
        <translation>Das Logformat %1 hat ein Muster, das nicht lesbar ist.</translation>
    </message>
</context>
<context>
    <name>LogFigures</name>
    <message>
        <source>These records have no time</source>
        <translation>Diese Einträge haben keine Zeit</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Records without it</source>
        <translation>Einträge ohne dieses Feld</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who or when</source>
        <translation>Wer oder wann</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Burst of failed requests</source>
        <translation>Häufung fehlgeschlagener Anfragen</translation>
    </message>
    <message>
        <source>Burst of refused requests</source>
        <translation>Häufung abgelehnter Anfragen</translation>
    </message>
    <message>
        <source>%1; %2 a minute are usual</source>
        <translation>%1; üblich sind %2 je Minute</translation>
    </message>
    <message>
        <source>Tries paths that do not exist</source>
        <translation>Probiert Pfade, die es nicht gibt</translation>
    </message>
    <message>
        <source>Refused again and again</source>
        <translation>Immer wieder abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1. The %2 largest of %3 groups</source>
        <translation>%1. Die %2 größten von %3 Gruppen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) with a line of more than %1, of which only the beginning was looked at.</source>
        <translation>
            <numerusform>%n Eintrag mit einer Zeile von mehr als %1, von der nur der Anfang durchsucht wurde.</numerusform>
            <numerusform>%n Einträge mit einer Zeile von mehr als %1, von der nur der Anfang durchsucht wurde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogFile</name>
    <message>
        <source>The log %1 cannot be read.</source>
        <translation>Das Log %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The folder of this log is not there.</source>
        <translation>Der Ordner dieses Logs ist nicht da.</translation>
    </message>
    <message>
        <source>Look whether its disk is mounted, or start the service once.</source>
        <translation>Nachsehen, ob sein Datenträger eingehängt ist, oder den Dienst einmal starten.</translation>
    </message>
    <message>
        <source>Check who may read the file and its folder.</source>
        <translation>Prüfen, wer die Datei und ihren Ordner lesen darf.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a pipe</source>
        <translation>eine Pipe</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>%1 is %2, so it is not read as a log.</source>
        <translation>%1 ist %2 und wird deshalb nicht als Log gelesen.</translation>
    </message>
    <message>
        <source>Name the file that the service writes to.</source>
        <translation>Die Datei angeben, in die der Dienst schreibt.</translation>
    </message>
</context>
<context>
    <name>LogFilter</name>
    <message>
        <source>The filter cannot be read at character %1: %2</source>
        <translation>Der Filter ist ab Zeichen %1 nicht zu lesen: %2</translation>
    </message>
</context>
<context>
    <name>LogHighlighters</name>
    <message>
        <source>There can be at most %1 highlighters.</source>
        <translation>Es kann höchstens %1 Hervorhebungen geben.</translation>
    </message>
    <message>
        <source>The highlighter %1 has no text.</source>
        <translation>Die Hervorhebung %1 hat keinen Text.</translation>
    </message>
</context>
<context>
    <name>LogKeys</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>Nächste Warnung</translation>
    </message>
    <message>
        <source>Previous warning</source>
        <translation>Vorige Warnung</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>Beginning; after a number: that line</source>
        <translation>Anfang; nach einer Zahl: diese Zeile</translation>
    </message>
    <message>
        <source>End; after a number: that line</source>
        <translation>Ende; nach einer Zahl: diese Zeile</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>Nächster Eintrag</translation>
    </message>
    <message>
        <source>Previous record</source>
        <translation>Voriger Eintrag</translation>
    </message>
    <message>
        <source>A page on</source>
        <translation>Eine Seite weiter</translation>
    </message>
    <message>
        <source>A page back</source>
        <translation>Eine Seite zurück</translation>
    </message>
    <message>
        <source>An hour on</source>
        <translation>Eine Stunde weiter</translation>
    </message>
    <message>
        <source>An hour back</source>
        <translation>Eine Stunde zurück</translation>
    </message>
    <message>
        <source>A day on</source>
        <translation>Einen Tag weiter</translation>
    </message>
    <message>
        <source>A day back</source>
        <translation>Einen Tag zurück</translation>
    </message>
    <message>
        <source>Go to a time, line or part</source>
        <translation>Zu einer Zeit, Zeile oder Stelle</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>More records around matches</source>
        <translation>Mehr Einträge um die Treffer</translation>
    </message>
    <message>
        <source>Matches in a view of their own</source>
        <translation>Treffer in eigener Ansicht</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Next log view</source>
        <translation>Nächste Log-Ansicht</translation>
    </message>
    <message>
        <source>Previous log view</source>
        <translation>Vorige Log-Ansicht</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy without times</source>
        <translation>Ohne Zeiten kopieren</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Half the time, around this record</source>
        <translation>Halbe Zeitspanne um diesen Eintrag</translation>
    </message>
    <message>
        <source>Twice the time</source>
        <translation>Doppelte Zeitspanne</translation>
    </message>
    <message>
        <source>To the bars above the log</source>
        <translation>Zu den Balken über dem Log</translation>
    </message>
    <message>
        <source>Only records that say the same</source>
        <translation>Nur Einträge, die dasselbe sagen</translation>
    </message>
    <message>
        <source>Leave out records that say the same</source>
        <translation>Einträge weglassen, die dasselbe sagen</translation>
    </message>
</context>
<context>
    <name>LogLevel</name>
    <message>
        <source>The service does not run; the level holds from its next start on.</source>
        <translation>Der Dienst läuft nicht; die Stufe gilt ab seinem nächsten Start.</translation>
    </message>
    <message>
        <source>The profile of this service knows no variable for the log level.</source>
        <translation>Das Profil dieses Dienstes kennt keine Variable für die Protokollstufe.</translation>
    </message>
    <message>
        <source>“%1” is no log level; expected is one of %2.</source>
        <translation>„%1“ ist keine Protokollstufe; erwartet wird eine von %2.</translation>
    </message>
    <message>
        <source>It stays so until it is put back.</source>
        <translation>Es bleibt so, bis es zurückgesetzt wird.</translation>
    </message>
    <message>
        <source>Give it a number of minutes after which it goes back by itself.</source>
        <translation>Minuten angeben, nach denen es von selbst zurückgeht.</translation>
    </message>
    <message>
        <source>After %1 it goes back by itself, with another restart, whether or not Pilothouse is open.</source>
        <translation>Nach %1 geht es von selbst zurück, mit einem weiteren Neustart, ob Pilothouse offen ist oder nicht.</translation>
    </message>
    <message>
        <source>Expected are minutes, at most a week of them.</source>
        <translation>Erwartet werden Minuten, höchstens eine Woche.</translation>
    </message>
    <message>
        <source>Let %1 log with %2</source>
        <translation>%1 mit %2 protokollieren lassen</translation>
    </message>
    <message>
        <source>Restart with %1</source>
        <translation>Mit %1 neu starten</translation>
    </message>
    <message>
        <source>That is its level already.</source>
        <translation>Das ist schon seine Stufe.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Put the log level of %1 back</source>
        <translation>Protokollstufe von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Restart with the level before</source>
        <translation>Mit der Stufe von vorher neu starten</translation>
    </message>
    <message>
        <source>It was changed once more since then.</source>
        <translation>Sie wurde seitdem noch einmal geändert.</translation>
    </message>
    <message>
        <source>Change the log level</source>
        <translation>Protokollstufe ändern</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Minutes until it goes back</source>
        <translation>Minuten, bis es zurückgeht</translation>
    </message>
    <message>
        <source>A restart of this machine ends the wait. When Pilothouse is opened next, it waits again or, where it is overdue, asks you to put it back.</source>
        <translation>Ein Neustart dieses Rechners beendet das Warten. Wenn Pilothouse wieder geöffnet wird, wartet es weiter oder bittet Sie, Überfälliges zurückzusetzen.</translation>
    </message>
</context>
<context>
    <name>LogParser</name>
    <message>
        <source>The log format %1 has a pattern that cannot be read.</source>
        <translation>Das Logformat %1 hat ein Muster, das nicht lesbar ist.</translation>
    </message>
</context>
<context>
    <name>LogReader</name>
    <message>
        <source>%1 is a log that an engine keeps, but none runs this instance.</source>
        <translation>%1 ist ein Protokoll, das eine Engine führt, aber diese Instanz läuft in keiner.</translation>
    </message>
</context>
<context>
    <name>LogReading</name>
    <message>
        <source>one of %1 was expected</source>
        <translation>eines von %1 wurde erwartet</translation>
    </message>
    <message>
        <source>there is no log format &quot;%1&quot;</source>
        <translation>es gibt kein Logformat &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a name with {n} in it was expected</source>
        <translation>ein Name mit {n} darin wurde erwartet</translation>
    </message>
</context>
<context>
    <name>LogScan</name>
    <message>
        <source>Reading the log was stopped.</source>
        <translation>Das Lesen des Logs wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>LogSearch</name>
    <message>
        <source>This is not a regular expression: %1, at character %2.</source>
        <translation>Dies ist kein regulärer Ausdruck: %1, bei Zeichen %2.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde gestoppt.</translation>
    </message>
</context>
<context>
    <name>LogSettings</name>
    <message>
        <source>Log %1</source>
        <translation>Protokoll %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 now, %2 in all with %n older file(s).</source>
        <translation>
            <numerusform>%1 jetzt, %2 insgesamt mit %n älteren Datei.</numerusform>
            <numerusform>%1 jetzt, %2 insgesamt mit %n älteren Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has %1 and should have been rotated at %2.</source>
        <translation>Es hat %1 und hätte bei %2 rotiert werden sollen.</translation>
    </message>
    <message>
        <source>Look whether the service may rename files in the log folder.</source>
        <translation>Nachsehen, ob der Dienst im Protokollordner Dateien umbenennen darf.</translation>
    </message>
    <message numerus="yes">
        <source>%n older file(s), and the service keeps %1.</source>
        <translation>
            <numerusform>%n ältere Datei, und der Dienst behält %1.</numerusform>
            <numerusform>%n ältere Dateien, und der Dienst behält %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The older ones are left over; they can be removed.</source>
        <translation>Die älteren sind übrig geblieben; sie können weg.</translation>
    </message>
    <message>
        <source>It is not rotated: it grows without end.</source>
        <translation>Es wird nicht rotiert: Es wächst ohne Ende.</translation>
    </message>
    <message>
        <source>At most %1 × %2.</source>
        <translation>Höchstens %1 × %2.</translation>
    </message>
    <message>
        <source>Console log</source>
        <translation>Konsolenprotokoll</translation>
    </message>
    <message>
        <source>It has %1 now.</source>
        <translation>Es hat jetzt %1.</translation>
    </message>
    <message>
        <source>The engine keeps nothing of it.</source>
        <translation>Die Engine behält nichts davon.</translation>
    </message>
    <message>
        <source>Choose the driver “local” to have what the service says while it starts.</source>
        <translation>Den Treiber „local“ wählen, um zu haben, was der Dienst beim Start sagt.</translation>
    </message>
    <message>
        <source>The driver %1 keeps it; how much, is set there.</source>
        <translation>Der Treiber %1 behält es; wie viel, ist dort eingestellt.</translation>
    </message>
    <message>
        <source>The driver %1 has no max-size: it grows until the disk is full.</source>
        <translation>Der Treiber %1 hat kein max-size: Es wächst, bis der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>The driver %1 keeps at most %2 × %3.</source>
        <translation>Der Treiber %1 behält höchstens %2 × %3.</translation>
    </message>
    <message>
        <source>Space for logs</source>
        <translation>Platz für Protokolle</translation>
    </message>
    <message>
        <source>At most %1 in all; %2 more can come, and %3 are free.</source>
        <translation>Höchstens %1 insgesamt; %2 können noch kommen, und %3 sind frei.</translation>
    </message>
    <message>
        <source>Make room, or let the service keep less.</source>
        <translation>Platz schaffen oder den Dienst weniger behalten lassen.</translation>
    </message>
    <message>
        <source>Log level, driver and rotation</source>
        <translation>Protokollstufe, Treiber und Rotation</translation>
    </message>
    <message>
        <source>Run: pilothouse-cli logs driver %1 --driver json-file --size %2 --files %3</source>
        <translation>Ausführen: pilothouse-cli logs driver %1 --driver json-file --size %2 --files %3</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>At its rate that is %1.</source>
        <translation>Bei seinem Tempo sind das %1.</translation>
    </message>
    <message>
        <source>The driver %1 keeps at most %2; this service should keep %3 × %4.</source>
        <translation>Der Treiber %1 bewahrt höchstens %2 auf; dieser Dienst soll %3 × %4 aufbewahren.</translation>
    </message>
    <message numerus="yes">
        <source>The driver %1 keeps at most %2 × %3; this service should keep %n day(s).</source>
        <translation>
            <numerusform>Der Treiber %1 bewahrt höchstens %2 × %3 auf; dieser Dienst soll %n Tag aufbewahren.</numerusform>
            <numerusform>Der Treiber %1 bewahrt höchstens %2 × %3 auf; dieser Dienst soll %n Tage aufbewahren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep more files, or send the log to a central place as well.</source>
        <translation>Mehr Dateien aufbewahren oder das Protokoll auch an eine zentrale Stelle schicken.</translation>
    </message>
</context>
<context>
    <name>LogTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>+1 line</source>
        <translation>+1 Zeile</translation>
    </message>
    <message>
        <source>+%1 lines</source>
        <translation>+%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>LogWatch</name>
    <message>
        <source>%1 may not be read by you, so it is not watched after the start.</source>
        <translation>%1 ist für Sie nicht lesbar und wird deshalb nach dem Start nicht beobachtet.</translation>
    </message>
</context>
<context>
    <name>LogsMarkStep</name>
    <message>
        <source>Note where the log ends now</source>
        <translation>Festhalten, wo das Log jetzt endet</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>This part cannot be read</source>
        <translation>Dieser Teil kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>What needs maintenance</source>
        <translation>Was zu warten ist</translation>
    </message>
</context>
<context>
    <name>MaintenanceItem</name>
    <message>
        <source>That is no row of the maintenance list.</source>
        <translation>Das ist keine Zeile der Wartungsliste.</translation>
    </message>
</context>
<context>
    <name>Manifest</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a number that is not negative</source>
        <translation>eine nicht negative Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a SHA-256 digest</source>
        <translation>eine SHA-256-Prüfsumme</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>“%1” should be %2.</source>
        <translation>„%1“ sollte sein: %2.</translation>
    </message>
    <message>
        <source>a plain relative name</source>
        <translation>ein einfacher relativer Name</translation>
    </message>
    <message>
        <source>“%1” is listed twice.</source>
        <translation>„%1“ ist doppelt aufgeführt.</translation>
    </message>
    <message>
        <source>The database “%1” has no member of its own.</source>
        <translation>Die Datenbank „%1“ hat keinen eigenen Eintrag.</translation>
    </message>
    <message>
        <source>The database “%1” is listed twice.</source>
        <translation>Die Datenbank „%1“ ist doppelt aufgeführt.</translation>
    </message>
    <message>
        <source>Nothing is said about the database “%1”.</source>
        <translation>Über die Datenbank „%1“ ist nichts gesagt.</translation>
    </message>
    <message>
        <source>The name of the archive is not a plain file name.</source>
        <translation>Der Name des Archivs ist kein einfacher Dateiname.</translation>
    </message>
    <message>
        <source>Its id is not a UUID.</source>
        <translation>Die Kennung ist keine UUID.</translation>
    </message>
    <message>
        <source>The manifest cannot be read.</source>
        <translation>Das Manifest kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>It is larger than any manifest.</source>
        <translation>Größer als jedes Manifest.</translation>
    </message>
    <message>
        <source>It is no JSON object.</source>
        <translation>Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>It is not in canonical form.</source>
        <translation>Es hat nicht die kanonische Form.</translation>
    </message>
    <message>
        <source>This is a backup of an unknown format.</source>
        <translation>Dies ist eine Sicherung in unbekanntem Format.</translation>
    </message>
    <message>
        <source>Use a newer Pilothouse, or restore it by hand.</source>
        <translation>Ein neueres Pilothouse verwenden oder von Hand wiederherstellen.</translation>
    </message>
    <message>
        <source>the sum of its members</source>
        <translation>die Summe der Einträge</translation>
    </message>
    <message>
        <source>“sqlite” or “postgres”</source>
        <translation>„sqlite“ oder „postgres“</translation>
    </message>
    <message>
        <source>The archive and what should be in it do not fit together.</source>
        <translation>Das Archiv und was darin sein soll, passen nicht zusammen.</translation>
    </message>
    <message>
        <source>“database”, “file”, “dump”, “dump-part” or “globals”</source>
        <translation>„database“, „file“, „dump“, „dump-part“ oder „globals“</translation>
    </message>
</context>
<context>
    <name>MemorySize</name>
    <message>
        <source>“%1” is no amount of memory; expected is one such as 512M or 2G.</source>
        <translation>„%1“ ist keine Speichermenge; erwartet wird eine wie 512M oder 2G.</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>The profile of this service knows no metrics.</source>
        <translation>Das Profil dieses Dienstes kennt keine Metriken.</translation>
    </message>
    <message>
        <source>The service wants a token for its metrics.</source>
        <translation>Der Dienst verlangt für seine Metriken ein Token.</translation>
    </message>
    <message>
        <source>Where its environment cannot be read, put it into the keychain as “&lt;instance&gt;/metrics”.</source>
        <translation>Wo seine Umgebung nicht lesbar ist, es als „&lt;Instanz&gt;/metrics“ im Schlüsselbund ablegen.</translation>
    </message>
    <message>
        <source>There are no metrics: it answers with status %1 (%2).</source>
        <translation>Es gibt keine Metriken: Die Antwort hat den Status %1 (%2).</translation>
    </message>
    <message>
        <source>They may be turned off in the service&apos;s environment.</source>
        <translation>Vielleicht sind sie in der Umgebung des Dienstes ausgeschaltet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The service&apos;s own numbers</source>
        <translation>Die eigenen Zahlen des Dienstes</translation>
    </message>
    <message>
        <source>Seconds to look at</source>
        <translation>Betrachtete Sekunden</translation>
    </message>
</context>
<context>
    <name>NativeFile</name>
    <message>
        <source>It cannot be opened.</source>
        <translation>Kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It cannot be created.</source>
        <translation>Kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>A file of the archive cannot be created.</source>
        <translation>Eine Datei des Archivs kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>A file cannot be read.</source>
        <translation>Eine Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A file cannot be written.</source>
        <translation>Eine Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>A file cannot be brought to the disk.</source>
        <translation>Eine Datei kann nicht auf die Platte gebracht werden.</translation>
    </message>
</context>
<context>
    <name>NewInstance</name>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Name the folder of this machine that holds the service&apos;s data.</source>
        <translation>Den Ordner auf diesem Rechner nennen, der die Daten des Dienstes enthält.</translation>
    </message>
    <message>
        <source>There is no compose project of this name with a container.</source>
        <translation>Es gibt kein Compose-Projekt dieses Namens mit einem Container.</translation>
    </message>
    <message>
        <source>Start it once with docker-compose up.</source>
        <translation>Einmal mit docker-compose up starten.</translation>
    </message>
    <message>
        <source>Which of the project&apos;s services holds the data cannot be told.</source>
        <translation>Es lässt sich nicht sagen, welcher Dienst des Projekts die Daten hält.</translation>
    </message>
    <message>
        <source>Name it: PROJECT/SERVICE.</source>
        <translation>Ihn nennen: PROJEKT/DIENST.</translation>
    </message>
    <message>
        <source>“systemctl list-units --type=service” lists those there are.</source>
        <translation>„systemctl list-units --type=service“ listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>There is no such folder in the container.</source>
        <translation>Diesen Ordner gibt es im Container nicht.</translation>
    </message>
    <message>
        <source>Name the folder of the container that holds the service&apos;s data.</source>
        <translation>Nennen Sie den Ordner des Containers, der die Daten des Dienstes enthält.</translation>
    </message>
</context>
<context>
    <name>OpenRecord</name>
    <message>
        <source> … (the line has %1)</source>
        <translation> … (die Zeile hat %1)</translation>
    </message>
</context>
<context>
    <name>OperationView</name>
    <message>
        <source>Putting back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done, later put back</source>
        <translation>Erledigt, später zurückgenommen</translation>
    </message>
    <message>
        <source>Cancelled, put back</source>
        <translation>Abgebrochen, zurückgenommen</translation>
    </message>
    <message>
        <source>Failed, nothing was changed</source>
        <translation>Fehlgeschlagen, nichts wurde geändert</translation>
    </message>
    <message>
        <source>Failed at step %1 of %2, put back</source>
        <translation>Bei Schritt %1 von %2 fehlgeschlagen, zurückgenommen</translation>
    </message>
    <message>
        <source>Needs an operator</source>
        <translation>Braucht einen Operator</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Putting back what was done</source>
        <translation>Getanes wird zurückgenommen</translation>
    </message>
    <message>
        <source>Done, with a problem</source>
        <translation>Erledigt, mit einem Problem</translation>
    </message>
    <message>
        <source>Running, step %1 of %2</source>
        <translation>Läuft, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed, not acknowledged</source>
        <translation>
            <numerusform>%n fehlgeschlagen, nicht zur Kenntnis genommen</numerusform>
            <numerusform>%n fehlgeschlagen, nicht zur Kenntnis genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>No operation is running</source>
        <translation>Kein Vorgang läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n done with a problem, not acknowledged</source>
        <translation>
            <numerusform>%n mit einem Problem erledigt, nicht zur Kenntnis genommen</numerusform>
            <numerusform>%n mit einem Problem erledigt, nicht zur Kenntnis genommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Orphans</name>
    <message>
        <source>There are more owners than can be compared.</source>
        <translation>Es gibt mehr Besitzer, als verglichen werden können.</translation>
    </message>
    <message>
        <source>The profile does not say how to find orphans.</source>
        <translation>Das Profil sagt nicht, wie verwaiste Daten zu finden sind.</translation>
    </message>
    <message>
        <source>That is no orphan: somebody owns it, it is too young, or it is not there.</source>
        <translation>Das ist nicht verwaist: Es hat einen Besitzer, ist zu neu oder nicht da.</translation>
    </message>
    <message>
        <source>They belong to no account: what deleted users and refused registrations left behind.</source>
        <translation>Sie gehören zu keinem Konto: was gelöschte Benutzer und abgelehnte Registrierungen zurückließen.</translation>
    </message>
    <message>
        <source>It can be put back: every row is kept in the journal, files are only moved aside.</source>
        <translation>Es kann zurückgenommen werden: jede Zeile steht im Journal, Dateien werden nur beiseitegelegt.</translation>
    </message>
    <message>
        <source>There are no orphans to delete.</source>
        <translation>Es gibt keine verwaisten Daten zu löschen.</translation>
    </message>
    <message>
        <source>%1 are deleted now; do it again for the rest.</source>
        <translation>%1 werden jetzt gelöscht; für den Rest noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Delete orphans</source>
        <translation>Verwaiste Daten löschen</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Data that belongs to no account</source>
        <translation>Daten, die zu keinem Konto gehören</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n orphan(s) on %1</source>
        <translation>
            <numerusform>%n verwaisten Eintrag auf %1 löschen</numerusform>
            <numerusform>%n verwaiste Einträge auf %1 löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n orphan(s)</source>
        <translation>
            <numerusform>%n verwaisten Eintrag löschen</numerusform>
            <numerusform>%n verwaiste Einträge löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewTexts</name>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Nicht gemessen</translation>
    </message>
    <message>
        <source>Answered %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>of the health address</source>
        <translation>der Gesundheitsadresse</translation>
    </message>
    <message>
        <source>Over the limit of %1</source>
        <translation>Über der Grenze von %1</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>100 % is one core</source>
        <translation>100 % sind ein Kern</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>No limit of its own</source>
        <translation>Keine eigene Grenze</translation>
    </message>
    <message>
        <source>%1 of its %2 limit</source>
        <translation>%1 der Grenze von %2</translation>
    </message>
    <message>
        <source>of %1 limit</source>
        <translation>der Grenze von %1</translation>
    </message>
    <message>
        <source>Disk free</source>
        <translation>Platte frei</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>%1, full about %2</source>
        <translation>%1, voll etwa %2</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Zählt nicht</translation>
    </message>
    <message>
        <source>counted %1</source>
        <translation>gezählt %1</translation>
    </message>
    <message>
        <source>The state of %1 cannot be read</source>
        <translation>Der Zustand von %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 does not answer as it should</source>
        <translation>%1 antwortet nicht wie erwartet</translation>
    </message>
    <message>
        <source>The health address was asked %1 and did not give what the profile expects. Look at the log for the reason.</source>
        <translation>Die Gesundheitsadresse wurde %1 gefragt und gab nicht, was das Profil erwartet. Der Grund steht im Log.</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>What was measured cannot be read</source>
        <translation>Die Messwerte können nicht gelesen werden</translation>
    </message>
    <message>
        <source>The backups cannot be read</source>
        <translation>Die Sicherungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Environment and mounts cannot be read</source>
        <translation>Umgebung und Einhängungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>What was seen of its starts cannot be read</source>
        <translation>Was von seinen Starts gesehen wurde, ist nicht lesbar</translation>
    </message>
    <message>
        <source>Stopped by you, %1. Start it when it is to serve again.</source>
        <translation>Von diesem Benutzer angehalten, %1. Starten, wenn der Dienst wieder gebraucht wird.</translation>
    </message>
    <message>
        <source>Stopped through Pilothouse, %1. Start it when it is to serve again.</source>
        <translation>Mit Pilothouse angehalten, %1. Starten, wenn der Dienst wieder gebraucht wird.</translation>
    </message>
    <message>
        <source>Stopped by %1, %2. Start it when it is to serve again.</source>
        <translation>Von %1 angehalten, %2. Starten, wenn der Dienst wieder gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 ist angehalten</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <translation>%1 ist pausiert</translation>
    </message>
    <message>
        <source>It answers nobody until it is let go on.</source>
        <translation>Es antwortet niemandem, bis es weiterläuft.</translation>
    </message>
    <message>
        <source>“%1” was cut off</source>
        <translation>„%1“ wurde abgebrochen</translation>
    </message>
    <message>
        <source>“%1” waits for you</source>
        <translation>„%1“ wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 may be between two states. Resume it or put it back in the operations below (Ctrl+J) before anything else.</source>
        <translation>%1 kann zwischen zwei Zuständen stehen. Setzen Sie den Vorgang unten (Strg+J) fort oder nehmen Sie ihn zurück, vor allem anderen.</translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message>
        <source>There is no installed npm package.</source>
        <translation>Hier ist kein npm-Paket installiert.</translation>
    </message>
    <message>
        <source>It belongs to no npm package.</source>
        <translation>Es gehört zu keinem npm-Paket.</translation>
    </message>
    <message>
        <source>What it runs was not installed by npm.</source>
        <translation>Was hier läuft, hat npm nicht installiert.</translation>
    </message>
    <message>
        <source>Start it by the full path of the program that npm has installed.</source>
        <translation>Mit dem vollen Pfad des Programms starten, das npm installiert hat.</translation>
    </message>
</context>
<context>
    <name>PackageExchangeStep</name>
    <message>
        <source>Bring back the package that was kept</source>
        <translation>Das aufgehobene Paket zurückholen</translation>
    </message>
    <message>
        <source>The package is not there.</source>
        <translation>Das Paket ist nicht da.</translation>
    </message>
</context>
<context>
    <name>PackageInstallStep</name>
    <message>
        <source>Keep the installed %1 and install %2</source>
        <translation>Das installierte %1 aufheben und %2 installieren</translation>
    </message>
    <message>
        <source>Another package lies here now.</source>
        <translation>Hier liegt jetzt ein anderes Paket.</translation>
    </message>
    <message>
        <source>There is something in its place already.</source>
        <translation>An seiner Stelle ist schon etwas.</translation>
    </message>
    <message>
        <source>npm is not on this machine.</source>
        <translation>npm ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Install it, then try again.</source>
        <translation>Installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>npm could not install it.</source>
        <translation>npm konnte es nicht installieren.</translation>
    </message>
    <message>
        <source>Its dependencies must be in the file, in npm&apos;s cache or reachable.</source>
        <translation>Was es braucht, muss in der Datei, im Zwischenspeicher von npm oder erreichbar sein.</translation>
    </message>
    <message>
        <source>Check the version and the network, or bring a file of “npm pack”.</source>
        <translation>Version und Netz prüfen, oder eine Datei von „npm pack“ bringen.</translation>
    </message>
    <message>
        <source>It holds another package than %1.</source>
        <translation>Es enthält ein anderes Paket als %1.</translation>
    </message>
</context>
<context>
    <name>PackageWord</name>
    <message>
        <source>%1 (the package as it was)</source>
        <translation>%1 (das Paket, wie es war)</translation>
    </message>
</context>
<context>
    <name>PackedLog</name>
    <message>
        <source>Reading the log was stopped.</source>
        <translation>Das Lesen des Logs wurde gestoppt.</translation>
    </message>
    <message>
        <source>%1 is neither gzip nor zstd.</source>
        <translation>%1 ist weder gzip noch zstd.</translation>
    </message>
</context>
<context>
    <name>PcrePattern</name>
    <message>
        <source>This is not a regular expression: %1, at character %2.</source>
        <translation>Dies ist kein regulärer Ausdruck: %1, bei Zeichen %2.</translation>
    </message>
</context>
<context>
    <name>PermissionAudit</name>
    <message>
        <source>The service runs as user %1 and would lose its access: give it the file first.</source>
        <translation>Der Dienst läuft als Benutzer %1 und verlöre seinen Zugriff: ihm die Datei erst geben.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>This user may not look into the folder.</source>
        <translation>Dieser Benutzer darf nicht in den Ordner sehen.</translation>
    </message>
    <message>
        <source>Run Pilothouse as root, or as the user of the service.</source>
        <translation>Pilothouse als root oder als Benutzer des Dienstes ausführen.</translation>
    </message>
    <message>
        <source>Only the first %1 files were looked at.</source>
        <translation>Nur die ersten %1 Dateien wurden angesehen.</translation>
    </message>
    <message>
        <source>It is a link; what it leads to was not looked at.</source>
        <translation>Es ist ein Verweis; wohin er führt, wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>Whoever runs it gets the rights of its owner or group (mode %1).</source>
        <translation>Wer sie ausführt, bekommt die Rechte ihres Besitzers oder ihrer Gruppe (Modus %1).</translation>
    </message>
    <message>
        <source>Everybody on this machine may write it (mode %1).</source>
        <translation>Jeder auf diesem Rechner darf sie schreiben (Modus %1).</translation>
    </message>
    <message>
        <source>More than its owner may get at it (mode %1).</source>
        <translation>Nicht nur ihr Besitzer kommt daran (Modus %1).</translation>
    </message>
    <message>
        <source>The service has less access than it needs (mode %1).</source>
        <translation>Der Dienst hat weniger Zugriff, als er braucht (Modus %1).</translation>
    </message>
    <message>
        <source>Set it to %1.</source>
        <translation>Auf %1 setzen.</translation>
    </message>
    <message>
        <source>It belongs to %1, the service is %2.</source>
        <translation>Sie gehört %1, der Dienst ist %2.</translation>
    </message>
    <message>
        <source>Give it to %1; only root can.</source>
        <translation>Sie %1 geben; das kann nur root.</translation>
    </message>
    <message>
        <source>Others may write this folder above the data, and so replace it (mode %1).</source>
        <translation>Andere dürfen diesen Ordner über den Daten schreiben und sie so austauschen (Modus %1).</translation>
    </message>
    <message>
        <source>It is not the service&apos;s own, so decide yourself: chmod go-w %1</source>
        <translation>Er gehört nicht dem Dienst, darum selbst entscheiden: chmod go-w %1</translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>Set the permissions of the files of %1</source>
        <translation>Rechte der Dateien von %1 setzen</translation>
    </message>
    <message>
        <source>Set permissions</source>
        <translation>Rechte setzen</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>The service itself would not get at this any more: %1.</source>
        <translation>Der Dienst selbst käme nicht mehr daran: %1.</translation>
    </message>
    <message>
        <source>Give the files to the service first.</source>
        <translation>Die Dateien erst dem Dienst geben.</translation>
    </message>
    <message>
        <source>Only root can change the owner; these stay as they are: %1.</source>
        <translation>Nur root kann den Besitzer ändern; diese bleiben, wie sie sind: %1.</translation>
    </message>
    <message>
        <source>Run Pilothouse as root to mend them.</source>
        <translation>Pilothouse als root ausführen, um es zu beheben.</translation>
    </message>
    <message>
        <source>This is left to you: %1.</source>
        <translation>Dies bleibt Ihnen überlassen: %1.</translation>
    </message>
    <message>
        <source>These are the first ones; run it again for the rest.</source>
        <translation>Das sind die ersten; für den Rest noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Owner and mode of each file are kept, and Undo puts them back.</source>
        <translation>Besitzer und Rechte jeder Datei werden gemerkt, und Rückgängig setzt sie zurück.</translation>
    </message>
    <message>
        <source>Put the permissions of the files of %1 back</source>
        <translation>Rechte der Dateien von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Every one of these files has changed since, or is gone.</source>
        <translation>Jede dieser Dateien hat sich seitdem geändert oder ist weg.</translation>
    </message>
    <message>
        <source>Changed since, so left as they are: %1.</source>
        <translation>Seitdem geändert, darum so gelassen: %1.</translation>
    </message>
    <message>
        <source>Who may get at the files</source>
        <translation>Wer an die Dateien kommt</translation>
    </message>
    <message>
        <source>Only root can change the owner of %1.</source>
        <translation>Nur root kann den Besitzer von %1 ändern.</translation>
    </message>
    <message>
        <source>There is nothing that Pilothouse could set; this is left to you: %1.</source>
        <translation>Es gibt nichts, was Pilothouse setzen könnte; das bleibt selbst zu tun: %1.</translation>
    </message>
    <message>
        <source>There is nothing to set: the files of %1 are as they should be.</source>
        <translation>Es ist nichts zu setzen: Die Dateien von %1 sind, wie sie sein sollen.</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>This plan has format %1, and this program knows format %2.</source>
        <translation>Dieser Plan hat Format %1, und dieses Programm kennt Format %2.</translation>
    </message>
</context>
<context>
    <name>PlanCheck</name>
    <message>
        <source>The step &quot;%1&quot; gave no &quot;%2&quot;.</source>
        <translation>Der Schritt &quot;%1&quot; lieferte kein &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>There is no step &quot;%1&quot;.</source>
        <translation>Den Schritt &quot;%1&quot; gibt es nicht.</translation>
    </message>
    <message>
        <source>It needs an output of &quot;%1&quot;, which does not come before it.</source>
        <translation>Er braucht ein Ergebnis von &quot;%1&quot;, der nicht vor ihm kommt.</translation>
    </message>
    <message>
        <source>Two steps have this id, or it is empty.</source>
        <translation>Zwei Schritte haben diese Kennung, oder sie ist leer.</translation>
    </message>
    <message>
        <source>A proof must not change anything for good.</source>
        <translation>Ein Nachweis darf nichts endgültig ändern.</translation>
    </message>
    <message>
        <source>It comes after a step that cannot be put back.</source>
        <translation>Er kommt nach einem Schritt, der nicht zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>The plan has no operation id.</source>
        <translation>Der Plan hat keine Vorgangskennung.</translation>
    </message>
    <message>
        <source>The plan cannot go on without it.</source>
        <translation>Ohne ihn kann der Plan nicht weitergehen.</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>to know</source>
        <translation>zu wissen</translation>
    </message>
    <message>
        <source>needs your consent</source>
        <translation>braucht Zustimmung</translation>
    </message>
    <message>
        <source>in the way</source>
        <translation>im Weg</translation>
    </message>
    <message>
        <source>%1 needed, %2 free at %3</source>
        <translation>%1 gebraucht, %2 frei bei %3</translation>
    </message>
    <message>
        <source>about %1, without service for %2</source>
        <translation>etwa %1, ohne Dienst für %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Was verloren geht</translation>
    </message>
    <message>
        <source>Steps; if one fails, the done ones are put back</source>
        <translation>Schritte; scheitert einer, werden die getanen zurückgenommen</translation>
    </message>
    <message>
        <source>Space and time</source>
        <translation>Platz und Zeit</translation>
    </message>
    <message>
        <source>What else to know</source>
        <translation>Was noch zu wissen ist</translation>
    </message>
    <message>
        <source>about %1, then without service until it is started</source>
        <translation>etwa %1, danach ohne Dienst, bis er gestartet wird</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
</context>
<context>
    <name>PointInTime</name>
    <message>
        <source>wal_level is minimal; replica is needed.</source>
        <translation>wal_level ist minimal; nötig ist replica.</translation>
    </message>
    <message>
        <source>archive_mode is off.</source>
        <translation>archive_mode ist aus.</translation>
    </message>
    <message>
        <source>The WAL is archived by the library %1, not by pgBackRest.</source>
        <translation>Das WAL wird von der Bibliothek %1 archiviert, nicht von pgBackRest.</translation>
    </message>
    <message>
        <source>No archive_command is set.</source>
        <translation>Es ist kein archive_command gesetzt.</translation>
    </message>
    <message>
        <source>The archive_command is not pgBackRest&apos;s: %1</source>
        <translation>Das archive_command ist nicht das von pgBackRest: %1</translation>
    </message>
    <message>
        <source>The newest attempt to archive WAL failed.</source>
        <translation>Der letzte Versuch, WAL zu archivieren, ist gescheitert.</translation>
    </message>
    <message>
        <source>The server&apos;s log says why.</source>
        <translation>Das Protokoll des Servers sagt, warum.</translation>
    </message>
    <message>
        <source>The stanza %1 is not in order: %2</source>
        <translation>Die Stanza %1 ist nicht in Ordnung: %2</translation>
    </message>
    <message>
        <source>The stanza %1 is another server&apos;s.</source>
        <translation>Die Stanza %1 gehört einem anderen Server.</translation>
    </message>
    <message>
        <source>The stanza %1 holds no backup yet.</source>
        <translation>Die Stanza %1 enthält noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Take the first one with pgBackRest.</source>
        <translation>Die erste mit pgBackRest anlegen.</translation>
    </message>
    <message>
        <source>There is no stanza.</source>
        <translation>Es gibt keine Stanza.</translation>
    </message>
    <message>
        <source>This server is a standby.</source>
        <translation>Dieser Server ist ein Standby.</translation>
    </message>
    <message>
        <source>Ask its primary instead.</source>
        <translation>Stattdessen dessen Primärserver fragen.</translation>
    </message>
    <message>
        <source>The server keeps data in tablespaces outside its data directory.</source>
        <translation>Der Server hält Daten in Tablespaces außerhalb seines Datenverzeichnisses.</translation>
    </message>
    <message>
        <source>pgBackRest is not installed.</source>
        <translation>pgBackRest ist nicht installiert.</translation>
    </message>
    <message>
        <source>As root: apt install pgbackrest</source>
        <translation>Als root: apt install pgbackrest</translation>
    </message>
    <message>
        <source>“%1” is no moment.</source>
        <translation>„%1“ ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>Write it like 2026-11-21 14:05:22, or with a zone: 2026-11-21T14:05:22+01:00.</source>
        <translation>So schreiben: 2026-11-21 14:05:22, oder mit Zone: 2026-11-21T14:05:22+01:00.</translation>
    </message>
</context>
<context>
    <name>PointInTimePlan</name>
    <message>
        <source>Take the server of %1 back to %2</source>
        <translation>Den Server von %1 auf %2 zurücksetzen</translation>
    </message>
    <message>
        <source>Restore the server of %1 as of %2, beside the live one</source>
        <translation>Den Server von %1 mit Stand %2 neben dem laufenden wiederherstellen</translation>
    </message>
    <message>
        <source>Take the server back</source>
        <translation>Server zurücksetzen</translation>
    </message>
    <message>
        <source>Restore beside</source>
        <translation>Daneben wiederherstellen</translation>
    </message>
    <message>
        <source>%1 is still to come.</source>
        <translation>%1 liegt noch in der Zukunft.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: the first backup ended at %2.</source>
        <translation>%1 ist nicht erreichbar: Die erste Sicherung endete um %2.</translation>
    </message>
    <message>
        <source>Choose a time from then on.</source>
        <translation>Einen Zeitpunkt ab dann wählen.</translation>
    </message>
    <message>
        <source>The backup %1 holds pages whose checksums are wrong.</source>
        <translation>Die Sicherung %1 enthält Seiten mit falschen Prüfsummen.</translation>
    </message>
    <message>
        <source>The path %1 is too long for a server&apos;s socket.</source>
        <translation>Der Pfad %1 ist zu lang für den Socket eines Servers.</translation>
    </message>
    <message>
        <source>Give a shorter folder with --into.</source>
        <translation>Mit --into einen kürzeren Ordner angeben.</translation>
    </message>
    <message>
        <source>No folder can be made in %1.</source>
        <translation>In %1 lässt sich kein Ordner anlegen.</translation>
    </message>
    <message>
        <source>Give another folder with --into, or run Pilothouse as root.</source>
        <translation>Mit --into einen anderen Ordner angeben oder Pilothouse als root ausführen.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and %3 are needed.</source>
        <translation>%1 hat %2 frei, gebraucht werden %3.</translation>
    </message>
    <message>
        <source>From the backup %1, with the WAL up to the wanted time.</source>
        <translation>Aus der Sicherung %1, mit dem WAL bis zum gewünschten Zeitpunkt.</translation>
    </message>
    <message>
        <source>The live server and its service go on and are not touched.</source>
        <translation>Der laufende Server und sein Dienst laufen weiter und werden nicht angerührt.</translation>
    </message>
    <message>
        <source>It is left running: psql -h %1 -p %2 -U %3 %4</source>
        <translation>Er läuft weiter: psql -h %1 -p %2 -U %3 %4</translation>
    </message>
    <message>
        <source>Only its folder&apos;s owner and root get in, without a password.</source>
        <translation>Nur der Eigentümer seines Ordners und root kommen hinein, ohne Passwort.</translation>
    </message>
    <message>
        <source>It is removed again when it has been proved.</source>
        <translation>Er wird wieder entfernt, sobald er geprüft ist.</translation>
    </message>
    <message>
        <source>Everything that was written to any database of the server since %1</source>
        <translation>Alles, was seit %1 in irgendeine Datenbank des Servers geschrieben wurde</translation>
    </message>
    <message>
        <source>The whole server goes back, with its other databases too: %1.</source>
        <translation>Der ganze Server geht zurück, auch mit seinen anderen Datenbanken: %1.</translation>
    </message>
    <message>
        <source>To take back one database alone, restore beside and copy it from there.</source>
        <translation>Um nur eine Datenbank zurückzusetzen, daneben wiederherstellen und sie von dort kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n standby server(s) must be made anew afterwards.</source>
        <translation>
            <numerusform>%n Standby-Server muss danach neu angelegt werden.</numerusform>
            <numerusform>%n Standby-Server müssen danach neu angelegt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The old data directory is kept as %1.</source>
        <translation>Das alte Datenverzeichnis bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>Take a new backup with pgBackRest afterwards: it shortens every later restore.</source>
        <translation>Danach eine neue Sicherung mit pgBackRest anlegen: Sie verkürzt jede spätere Wiederherstellung.</translation>
    </message>
    <message>
        <source>Back up the server of %1 with pgBackRest (%2)</source>
        <translation>Den Server von %1 mit pgBackRest sichern (%2)</translation>
    </message>
    <message>
        <source>Back up the server</source>
        <translation>Server sichern</translation>
    </message>
    <message>
        <source>The service goes on. Old backups are removed as the stanza&apos;s retention says.</source>
        <translation>Der Dienst läuft weiter. Alte Sicherungen werden nach der Aufbewahrung der Stanza entfernt.</translation>
    </message>
    <message>
        <source>%1 is no data directory that Pilothouse has made or kept.</source>
        <translation>%1 ist kein Datenverzeichnis, das Pilothouse angelegt oder behalten hat.</translation>
    </message>
    <message>
        <source>“pitr show” lists those there are.</source>
        <translation>„pitr show“ nennt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove the data directory</source>
        <translation>Datenverzeichnis entfernen</translation>
    </message>
    <message>
        <source>The way back to the server as it was before its restore</source>
        <translation>Der Weg zurück zum Server, wie er vor seiner Wiederherstellung war</translation>
    </message>
    <message>
        <source>The restored copy, with all that was changed in it</source>
        <translation>Die wiederhergestellte Kopie mit allem, was darin geändert wurde</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>This operation has replaced nothing that could be put back.</source>
        <translation>Dieser Vorgang hat nichts ersetzt, das zurückgenommen werden könnte.</translation>
    </message>
    <message>
        <source>The data directory before is no longer there.</source>
        <translation>Das vorherige Datenverzeichnis ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Restore to another point in time instead.</source>
        <translation>Stattdessen zu einem anderen Zeitpunkt wiederherstellen.</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Everything that was written since the restore</source>
        <translation>Alles, was seit der Wiederherstellung geschrieben wurde</translation>
    </message>
    <message>
        <source>What is there now is kept as %1.</source>
        <translation>Was jetzt da ist, bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>How far the server can be taken back in time</source>
        <translation>Wie weit der Server in der Zeit zurückgesetzt werden kann</translation>
    </message>
    <message>
        <source>Back up a database server with pgBackRest</source>
        <translation>Einen Datenbankserver mit pgBackRest sichern</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Restore a database server to a time</source>
        <translation>Einen Datenbankserver zu einem Zeitpunkt wiederherstellen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>An Ort und Stelle</translation>
    </message>
    <message>
        <source>Leave the copy running</source>
        <translation>Die Kopie weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Folder for the copy</source>
        <translation>Ordner für die Kopie</translation>
    </message>
    <message>
        <source>Remove a data directory of such a restore</source>
        <translation>Ein Datenverzeichnis einer solchen Wiederherstellung entfernen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Set up WAL archiving with pgBackRest</source>
        <translation>WAL-Archivierung mit pgBackRest einrichten</translation>
    </message>
    <message>
        <source>Stanza</source>
        <translation>Stanza</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
</context>
<context>
    <name>PostgresDump</name>
    <message>
        <source>One of these tables is not there.</source>
        <translation>Eine dieser Tabellen ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>There is no space left for what %1 writes.</source>
        <translation>Für das, was %1 schreibt, ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Platz schaffen und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The server does not let this role do what %1 has to.</source>
        <translation>Der Server erlaubt dieser Rolle nicht, was %1 tun muss.</translation>
    </message>
    <message>
        <source>Connect with the role that owns the database.</source>
        <translation>Mit der Rolle verbinden, der die Datenbank gehört.</translation>
    </message>
    <message>
        <source>%1 is older than the server.</source>
        <translation>%1 ist älter als der Server.</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>Die Verbindung zum Server ging verloren.</translation>
    </message>
    <message>
        <source>Look whether the server runs, then try again.</source>
        <translation>Prüfen, ob der Server läuft, und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>Es gibt sie schon.</translation>
    </message>
</context>
<context>
    <name>PostgresErrors</name>
    <message>
        <source>The server does not accept the password of %1.</source>
        <translation>Der Server nimmt das Passwort von %1 nicht an.</translation>
    </message>
    <message>
        <source>The server does not let %1 in from here.</source>
        <translation>Der Server lässt %1 von hier nicht hinein.</translation>
    </message>
    <message>
        <source>Enter the password again.</source>
        <translation>Das Passwort noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Look at pg_hba.conf of the server: user, database, address and TLS.</source>
        <translation>pg_hba.conf des Servers prüfen: Rolle, Datenbank, Adresse und TLS.</translation>
    </message>
    <message>
        <source>The server has no database named %1.</source>
        <translation>Der Server hat keine Datenbank namens %1.</translation>
    </message>
    <message>
        <source>Check the name; the server itself answers.</source>
        <translation>Den Namen prüfen; der Server selbst antwortet.</translation>
    </message>
    <message>
        <source>The server has no connection left.</source>
        <translation>Der Server hat keine Verbindung mehr frei.</translation>
    </message>
    <message>
        <source>End sessions that are not needed, or raise max_connections.</source>
        <translation>Nicht benötigte Sitzungen beenden oder max_connections erhöhen.</translation>
    </message>
    <message>
        <source>The server is starting up, shutting down or in recovery.</source>
        <translation>Der Server startet, endet oder ist in der Wiederanlaufphase.</translation>
    </message>
    <message>
        <source>Wait until it takes connections.</source>
        <translation>Warten, bis er Verbindungen annimmt.</translation>
    </message>
    <message>
        <source>The server refuses the connection.</source>
        <translation>Der Server lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>This address is a pooler&apos;s (PgBouncer), not the database server&apos;s.</source>
        <translation>Diese Adresse gehört einem Pooler (PgBouncer), nicht dem Datenbankserver.</translation>
    </message>
    <message>
        <source>Give the server&apos;s own address: a pooled session cannot be made read-only without changing it for the service too.</source>
        <translation>Die Adresse des Servers selbst angeben: Eine Sitzung aus dem Pool würde auch für den Dienst nur lesbar.</translation>
    </message>
    <message>
        <source>The database server refuses this: %1</source>
        <translation>Der Datenbankserver lehnt das ab: %1</translation>
    </message>
    <message>
        <source>Nothing listens there: the connection is refused.</source>
        <translation>Dort lauscht niemand: Die Verbindung wird abgelehnt.</translation>
    </message>
    <message>
        <source>Look whether the server runs, and on which address and port.</source>
        <translation>Prüfen, ob der Server läuft und auf welcher Adresse und welchem Port.</translation>
    </message>
    <message>
        <source>There is no socket of a PostgreSQL server.</source>
        <translation>Es gibt keinen Socket eines PostgreSQL-Servers.</translation>
    </message>
    <message>
        <source>Look whether the server runs, and where its socket is.</source>
        <translation>Prüfen, ob der Server läuft und wo sein Socket liegt.</translation>
    </message>
    <message>
        <source>The connection cannot be encrypted as it is asked for.</source>
        <translation>Die Verbindung lässt sich nicht wie verlangt verschlüsseln.</translation>
    </message>
    <message>
        <source>Check the certificate and its name, or choose another sslmode.</source>
        <translation>Das Zertifikat und seinen Namen prüfen oder ein anderes sslmode wählen.</translation>
    </message>
    <message>
        <source>The server asks for a password, and there is none.</source>
        <translation>Der Server verlangt ein Passwort, und es gibt keines.</translation>
    </message>
    <message>
        <source>Store it with the instance, or in ~/.pgpass.</source>
        <translation>Es bei der Instanz oder in ~/.pgpass ablegen.</translation>
    </message>
    <message>
        <source>The database server cannot be reached.</source>
        <translation>Der Datenbankserver ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Look whether the server runs, and whether a firewall lies between.</source>
        <translation>Prüfen, ob der Server läuft und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>Another session holds a lock that this needs, and did not let go of it in time.</source>
        <translation>Eine andere Sitzung hält eine Sperre, die hierfür nötig ist, und hat sie nicht rechtzeitig freigegeben.</translation>
    </message>
    <message>
        <source>Look who that is with “database sessions NAME”, or under Sessions on the page Databases. Then try again, or end that session.</source>
        <translation>Mit „database sessions NAME“ oder unter Sitzungen auf der Seite Datenbanken steht, wer das ist. Danach erneut versuchen oder jene Sitzung beenden.</translation>
    </message>
    <message>
        <source>What answers there is no PostgreSQL server.</source>
        <translation>Was dort antwortet, ist kein PostgreSQL-Server.</translation>
    </message>
    <message>
        <source>Check host and port: something else, such as a web server, listens on this one.</source>
        <translation>Prüfen Sie Rechner und Port: Dort lauscht etwas anderes, etwa ein Webserver.</translation>
    </message>
    <message>
        <source>pg_service.conf has no section [%1].</source>
        <translation>pg_service.conf hat keinen Abschnitt [%1].</translation>
    </message>
    <message>
        <source>Add it to ~/.pg_service.conf of the user who runs Pilothouse, or give the address without service=.</source>
        <translation>Ergänzen Sie ihn in ~/.pg_service.conf des Benutzers, unter dem Pilothouse läuft, oder geben Sie die Adresse ohne service= an.</translation>
    </message>
    <message>
        <source>There is no pg_service.conf in which [%1] could be looked up.</source>
        <translation>Es gibt keine pg_service.conf, in der [%1] nachgesehen werden könnte.</translation>
    </message>
    <message>
        <source>Make ~/.pg_service.conf for the user who runs Pilothouse, or give the address without service=.</source>
        <translation>Legen Sie ~/.pg_service.conf für den Benutzer an, unter dem Pilothouse läuft, oder geben Sie die Adresse ohne service= an.</translation>
    </message>
</context>
<context>
    <name>PostgresMaintainStep</name>
    <message>
        <source>%1 of all of %2</source>
        <translation>%1 für alles in %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The kinds of maintenance are vacuum, analyze and reindex.</source>
        <translation>Die Arten der Wartung sind vacuum, analyze und reindex.</translation>
    </message>
</context>
<context>
    <name>PostgresRestore</name>
    <message>
        <source>The dump cannot be read to its end.</source>
        <translation>Der Dump lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>Use another backup; keep this one only for an investigation.</source>
        <translation>Eine andere Sicherung verwenden; diese nur zur Untersuchung aufheben.</translation>
    </message>
</context>
<context>
    <name>PostgresRoute</name>
    <message>
        <source>Start it, then try again.</source>
        <translation>Ihn starten und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The database&apos;s container %1 does not run.</source>
        <translation>Der Container %1 der Datenbank läuft nicht.</translation>
    </message>
</context>
<context>
    <name>PostgresSessionStep</name>
    <message>
        <source>Cancel the query of session %1 (%2)</source>
        <translation>Die Abfrage der Sitzung %1 (%2) abbrechen</translation>
    </message>
    <message>
        <source>End session %1 (%2)</source>
        <translation>Die Sitzung %1 (%2) beenden</translation>
    </message>
    <message>
        <source>The session does not react.</source>
        <translation>Die Sitzung reagiert nicht.</translation>
    </message>
    <message>
        <source>End it instead.</source>
        <translation>Sie stattdessen beenden.</translation>
    </message>
    <message>
        <source>It may be stuck in the disk or the network; look again.</source>
        <translation>Sie hängt vielleicht an Platte oder Netz; noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>A session that has ended cannot be brought back.</source>
        <translation>Eine beendete Sitzung kommt nicht zurück.</translation>
    </message>
</context>
<context>
    <name>PostgresTools</name>
    <message>
        <source>%1 of PostgreSQL %2 or newer is not installed.</source>
        <translation>%1 von PostgreSQL %2 oder neuer ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install the package postgresql-client-%1.</source>
        <translation>Das Paket postgresql-client-%1 installieren.</translation>
    </message>
</context>
<context>
    <name>PostgresWait</name>
    <message>
        <source>The connection is closed.</source>
        <translation>Die Verbindung ist geschlossen.</translation>
    </message>
    <message>
        <source>Cancelled while waiting for the database server.</source>
        <translation>Abgebrochen beim Warten auf den Datenbankserver.</translation>
    </message>
    <message>
        <source>The database server does not answer in time.</source>
        <translation>Der Datenbankserver antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The connection cannot be waited for.</source>
        <translation>Auf die Verbindung kann nicht gewartet werden.</translation>
    </message>
</context>
<context>
    <name>ProcessRunner</name>
    <message>
        <source>There are not enough file descriptors to run a program.</source>
        <translation>Die Dateideskriptoren reichen nicht, um ein Programm zu starten.</translation>
    </message>
    <message>
        <source>The program was not started.</source>
        <translation>Das Programm wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The program was ended.</source>
        <translation>Das Programm wurde beendet.</translation>
    </message>
    <message>
        <source>The program did not end within %1 s and was stopped.</source>
        <translation>Das Programm endete nicht binnen %1 s und wurde gestoppt.</translation>
    </message>
    <message>
        <source>The file for the program&apos;s output could not be opened.</source>
        <translation>Die Datei für die Ausgabe des Programms konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>A program is named by its absolute path, not by “%1”.</source>
        <translation>Ein Programm wird mit absolutem Pfad genannt, nicht mit „%1“.</translation>
    </message>
    <message>
        <source>There is no such program.</source>
        <translation>Dieses Programm gibt es nicht.</translation>
    </message>
    <message>
        <source>This user may not run the program.</source>
        <translation>Dieser Benutzer darf das Programm nicht ausführen.</translation>
    </message>
    <message>
        <source>The program could not be started.</source>
        <translation>Das Programm konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The folder that the program starts in is not there.</source>
        <translation>Der Ordner, in dem das Programm starten soll, ist nicht da.</translation>
    </message>
    <message>
        <source>An argument of the program contains a zero byte.</source>
        <translation>Ein Argument des Programms enthält ein Nullbyte.</translation>
    </message>
</context>
<context>
    <name>ProcessRuntime</name>
    <message>
        <source>The pid file cannot be read.</source>
        <translation>Die PID-Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no pid file.</source>
        <translation>Es gibt keine PID-Datei.</translation>
    </message>
    <message>
        <source>The pid file holds no process number.</source>
        <translation>Die PID-Datei enthält keine Prozessnummer.</translation>
    </message>
    <message>
        <source>The pid file names process %1, which has ended.</source>
        <translation>Die PID-Datei nennt Prozess %1, der beendet ist.</translation>
    </message>
    <message>
        <source>The pid file is stale: its number %1 belongs to another process now.</source>
        <translation>Die PID-Datei ist veraltet: ihre Nummer %1 gehört jetzt einem anderen Prozess.</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This user may not read the environment of the service.</source>
        <translation>Dieser Benutzer darf die Umgebung des Dienstes nicht lesen.</translation>
    </message>
    <message>
        <source>This user may not stop process %1.</source>
        <translation>Dieser Benutzer darf Prozess %1 nicht stoppen.</translation>
    </message>
    <message>
        <source>Run Pilothouse as the user of the service.</source>
        <translation>Pilothouse als Benutzer des Dienstes starten.</translation>
    </message>
    <message>
        <source>Waiting was cancelled; the service was asked to end and may still do so.</source>
        <translation>Das Warten wurde abgebrochen; der Dienst wurde zum Ende aufgefordert und kommt dem vielleicht noch nach.</translation>
    </message>
    <message>
        <source>Process %1 does not end, not even when killed.</source>
        <translation>Prozess %1 endet nicht, auch nicht gewaltsam.</translation>
    </message>
    <message>
        <source>It may wait for a disk or a network file system that does not answer.</source>
        <translation>Vielleicht wartet er auf eine Platte oder ein Netzdateisystem, das nicht antwortet.</translation>
    </message>
    <message>
        <source>Waiting was cancelled; the service was started.</source>
        <translation>Das Warten wurde abgebrochen; der Dienst wurde gestartet.</translation>
    </message>
    <message>
        <source>The service was started, but wrote no pid file within %1 s.</source>
        <translation>Der Dienst wurde gestartet, schrieb aber binnen %1 s keine PID-Datei.</translation>
    </message>
    <message>
        <source>Check that the command writes this very file.</source>
        <translation>Prüfen, ob der Befehl genau diese Datei schreibt.</translation>
    </message>
    <message>
        <source>The service ended right after its start.</source>
        <translation>Der Dienst endete gleich nach dem Start.</translation>
    </message>
    <message>
        <source>Read its output in %1.</source>
        <translation>Seine Ausgabe steht in %1.</translation>
    </message>
</context>
<context>
    <name>ProfileChecks</name>
    <message>
        <source>an id of small letters, digits, &quot;.&quot;, &quot;_&quot; and &quot;-&quot; was expected</source>
        <translation>eine Kennung aus Kleinbuchstaben, Ziffern, &quot;.&quot;, &quot;_&quot; und &quot;-&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected once</source>
        <translation>&quot;%1&quot; wurde nur einmal erwartet</translation>
    </message>
    <message>
        <source>a relative path without &quot;..&quot; was expected</source>
        <translation>ein relativer Pfad ohne &quot;..&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a regular expression was expected: %1 at character %2</source>
        <translation>ein regulärer Ausdruck wurde erwartet: %1 bei Zeichen %2</translation>
    </message>
    <message>
        <source>the group &quot;%1&quot; is not known; expected are %2</source>
        <translation>die Gruppe &quot;%1&quot; ist nicht bekannt; erwartet sind %2</translation>
    </message>
    <message>
        <source>a group &quot;message&quot; was expected</source>
        <translation>eine Gruppe &quot;message&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>the parameter :%1 is not known; expected are %2</source>
        <translation>der Parameter :%1 ist nicht bekannt; erwartet sind %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>there is no database &quot;%1&quot;</source>
        <translation>es gibt keine Datenbank &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the database &quot;%1&quot; has no layout &quot;%2&quot;</source>
        <translation>die Datenbank &quot;%1&quot; hat keinen Aufbau &quot;%2&quot;</translation>
    </message>
    <message>
        <source>at least one database was expected</source>
        <translation>mindestens eine Datenbank wurde erwartet</translation>
    </message>
    <message>
        <source>one of %1 was expected</source>
        <translation>eines von %1 wurde erwartet</translation>
    </message>
    <message>
        <source>the runbook has no item &quot;%1&quot;</source>
        <translation>das Runbook hat keinen Punkt &quot;%1&quot;</translation>
    </message>
    <message>
        <source>an absolute path without &quot;..&quot; was expected</source>
        <translation>ein absoluter Pfad ohne &quot;..&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>there is no environment variable &quot;%1&quot;</source>
        <translation>es gibt keine Umgebungsvariable &quot;%1&quot;</translation>
    </message>
    <message>
        <source>an http or https address without a password was expected</source>
        <translation>eine http- oder https-Adresse ohne Passwort wurde erwartet</translation>
    </message>
    <message>
        <source>there are no files &quot;%1&quot;</source>
        <translation>es gibt keine Dateien &quot;%1&quot;</translation>
    </message>
    <message>
        <source>one expression for each database was expected</source>
        <translation>ein Ausdruck für jede Datenbank wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;hourly&quot; or a time such as &quot;daily 02:00&quot; was expected</source>
        <translation>&quot;hourly&quot; oder eine Zeit wie &quot;daily 02:00&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;</source>
        <translation>es gibt keine Spalte &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a path with a column in braces was expected</source>
        <translation>ein Pfad mit einer Spalte in geschweiften Klammern wurde erwartet</translation>
    </message>
    <message>
        <source>a variable of the environment with &quot;choices&quot; was expected</source>
        <translation>eine Variable der Umgebung mit &quot;choices&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a label such as &quot;key=value&quot; was expected</source>
        <translation>ein Label wie „key=value“ wurde erwartet</translation>
    </message>
    <message>
        <source>a name such as &quot;service*.service&quot; was expected</source>
        <translation>ein Name wie „dienst*.service“ wurde erwartet</translation>
    </message>
    <message>
        <source>the name of a program without its folder was expected</source>
        <translation>der Name eines Programms ohne seinen Ordner wurde erwartet</translation>
    </message>
    <message>
        <source>a path that begins with &quot;/&quot; or &quot;~/&quot; and has no &quot;..&quot; was expected</source>
        <translation>ein Pfad, der mit „/“ oder „~/“ beginnt und kein „..“ enthält, wurde erwartet</translation>
    </message>
    <message>
        <source>an option such as &quot;--data-dir&quot; was expected</source>
        <translation>eine Option wie „--data-dir“ wurde erwartet</translation>
    </message>
    <message>
        <source>a secret variable of the environment was expected</source>
        <translation>eine geheime Variable der Umgebung wurde erwartet</translation>
    </message>
    <message>
        <source>only a database of the engine &quot;postgres&quot; knows {now}</source>
        <translation>nur eine Datenbank der Engine &quot;postgres&quot; kennt {now}</translation>
    </message>
    <message>
        <source>there is no action &quot;%1&quot;</source>
        <translation>es gibt keine Aktion &quot;%1&quot;</translation>
    </message>
    <message>
        <source>an endpoint of the kind &quot;metrics&quot; was expected</source>
        <translation>ein Endpunkt der Art &quot;metrics&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a language such as &quot;de&quot; or &quot;pt_BR&quot; was expected</source>
        <translation>eine Sprache wie &quot;de&quot; oder &quot;pt_BR&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a text that the profile shows was expected</source>
        <translation>ein Text, den das Profil zeigt, wurde erwartet</translation>
    </message>
    <message>
        <source>a translation was expected</source>
        <translation>eine Übersetzung wurde erwartet</translation>
    </message>
</context>
<context>
    <name>ProfileLoader</name>
    <message>
        <source>a choice was expected to have &quot;choices&quot;</source>
        <translation>zu einer Auswahl wurde &quot;choices&quot; erwartet</translation>
    </message>
    <message>
        <source>permission bits in octal such as &quot;600&quot; were expected</source>
        <translation>Rechte in Oktalschreibweise wie &quot;600&quot; wurden erwartet</translation>
    </message>
    <message>
        <source>days, daily, weekly or monthly above 0 was expected</source>
        <translation>days, daily, weekly oder monthly über 0 wurde erwartet</translation>
    </message>
    <message>
        <source>either &quot;files&quot; or rows of a table was expected, not both</source>
        <translation>entweder &quot;files&quot; oder Zeilen einer Tabelle wurden erwartet, nicht beides</translation>
    </message>
    <message>
        <source>the key columns that &quot;select&quot; returns were expected</source>
        <translation>die Schlüsselspalten, die &quot;select&quot; liefert, wurden erwartet</translation>
    </message>
    <message>
        <source>at least one column with its value was expected</source>
        <translation>mindestens eine Spalte mit ihrem Wert wurde erwartet</translation>
    </message>
    <message>
        <source>a SELECT for at least one layout was expected</source>
        <translation>ein SELECT für mindestens einen Aufbau wurde erwartet</translation>
    </message>
    <message>
        <source>Correct the profile.</source>
        <translation>Das Profil berichtigen.</translation>
    </message>
    <message>
        <source>Line %1, column %2: JSON was expected.</source>
        <translation>Zeile %1, Spalte %2: JSON wurde erwartet.</translation>
    </message>
    <message>
        <source>at least one place where owners turn up was expected</source>
        <translation>mindestens eine Stelle, an der Besitzer vorkommen, wurde erwartet</translation>
    </message>
    <message>
        <source>an amount of memory from 6M on such as &quot;2G&quot; was expected</source>
        <translation>eine Speichermenge ab 6M wie &quot;2G&quot; wurde erwartet</translation>
    </message>
    <message>
        <source>a number of processor cores from 0.01 on was expected</source>
        <translation>eine Zahl von Prozessorkernen ab 0.01 wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;memory&quot;, &quot;cpus&quot; or both were expected</source>
        <translation>&quot;memory&quot;, &quot;cpus&quot; oder beides wurde erwartet</translation>
    </message>
    <message>
        <source>the key columns were expected</source>
        <translation>die Schlüsselspalten wurden erwartet</translation>
    </message>
    <message>
        <source>a SELECT of the rows was expected</source>
        <translation>ein SELECT der Zeilen wurde erwartet</translation>
    </message>
    <message>
        <source>only a database of the engine &quot;postgres&quot; has one</source>
        <translation>nur eine Datenbank der Engine &quot;postgres&quot; hat das</translation>
    </message>
    <message>
        <source>only a database of the engine &quot;sqlite&quot; has one</source>
        <translation>nur eine Datenbank der Engine &quot;sqlite&quot; hat das</translation>
    </message>
</context>
<context>
    <name>ProfileProbe</name>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
        <source>%1 is not there</source>
        <translation>%1 ist nicht da</translation>
    </message>
    <message>
        <source>Set the data folder of the instance; for a container it is the host&apos;s side of the mount.</source>
        <translation>Den Datenordner der Instanz setzen; bei einem Container ist es die Seite der Einhängung auf dem Wirt.</translation>
    </message>
    <message>
        <source>%1 cannot be read by this user</source>
        <translation>%1 ist für diesen Benutzer nicht lesbar</translation>
    </message>
    <message>
        <source>Run Pilothouse as a user who may read it.</source>
        <translation>Pilothouse als Benutzer starten, der es lesen darf.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>The profile knows %1.</source>
        <translation>Das Profil kennt %1.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Check the data folder of the instance.</source>
        <translation>Den Datenordner der Instanz prüfen.</translation>
    </message>
    <message>
        <source>no known layout</source>
        <translation>kein bekannter Aufbau</translation>
    </message>
    <message>
        <source>%1, %2, schema %3</source>
        <translation>%1, %2, Schema %3</translation>
    </message>
    <message>
        <source>This version of the service is not known to the profile; only copies are safe.</source>
        <translation>Diese Version des Dienstes kennt das Profil nicht; sicher sind nur Kopien.</translation>
    </message>
    <message>
        <source>Journal of %1</source>
        <translation>Journal von %1</translation>
    </message>
    <message>
        <source>%1, the profile says %2</source>
        <translation>%1, das Profil sagt %2</translation>
    </message>
    <message>
        <source>Kept by the container engine</source>
        <translation>Von der Container-Engine gehalten</translation>
    </message>
    <message>
        <source>The service does not run in a container</source>
        <translation>Der Dienst läuft nicht in einem Container</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Only files are known, no running service</source>
        <translation>Nur Dateien bekannt, kein laufender Dienst</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Everything that is required is set</source>
        <translation>Alles Erforderliche ist gesetzt</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Einhängungen</translation>
    </message>
    <message>
        <source>Nothing is mounted at %1: the data goes with the container</source>
        <translation>Bei %1 ist nichts eingehängt: die Daten gehen mit dem Container verloren</translation>
    </message>
    <message>
        <source>Mount a folder there before anything else.</source>
        <translation>Vor allem anderen dort einen Ordner einhängen.</translation>
    </message>
    <message>
        <source>%1 is mounted read-only</source>
        <translation>%1 ist nur lesbar eingehängt</translation>
    </message>
    <message>
        <source>The container keeps its data in %1, the instance says %2</source>
        <translation>Der Container hält seine Daten in %1, die Instanz sagt %2</translation>
    </message>
    <message>
        <source>Set the data folder of the instance to %1.</source>
        <translation>Den Datenordner der Instanz auf %1 setzen.</translation>
    </message>
    <message>
        <source>%1 at %2, read and write</source>
        <translation>%1 bei %2, lesbar und beschreibbar</translation>
    </message>
    <message>
        <source>Permissions of %1</source>
        <translation>Rechte von %1</translation>
    </message>
    <message>
        <source>Nothing is there</source>
        <translation>Dort ist nichts</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Höchstens %1</translation>
    </message>
    <message>
        <source>Wider than %1: %2</source>
        <translation>Weiter als %1: %2</translation>
    </message>
    <message>
        <source>Others on this machine may read it; set %1.</source>
        <translation>Andere auf dieser Maschine können es lesen; %1 setzen.</translation>
    </message>
    <message>
        <source>Owner of the databases</source>
        <translation>Eigentümer der Datenbanken</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <translation>Nicht %1: %2</translation>
    </message>
    <message>
        <source>The service may not be able to write them.</source>
        <translation>Der Dienst kann sie vielleicht nicht schreiben.</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>The profile has no health address</source>
        <translation>Das Profil hat keine Gesundheitsadresse</translation>
    </message>
    <message>
        <source>%1 answered as expected after %2 ms</source>
        <translation>%1 antwortete nach %2 ms wie erwartet</translation>
    </message>
    <message>
        <source>Where the service listens elsewhere, set the health address of the instance.</source>
        <translation>Lauscht der Dienst anderswo, die Gesundheitsadresse der Instanz setzen.</translation>
    </message>
    <message>
        <source>SQLite of this program</source>
        <translation>SQLite dieses Programms</translation>
    </message>
    <message>
        <source>%1 in the container, reached by its engine</source>
        <translation>%1 im Container, über dessen Engine erreicht</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>All it has is on a server</source>
        <translation>Alles, was er hat, liegt auf einem Server</translation>
    </message>
    <message>
        <source>The instance has no health address</source>
        <translation>Die Instanz hat keine Gesundheitsadresse</translation>
    </message>
</context>
<context>
    <name>ProfileReader</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>Correct the profile and check it again with &quot;profile validate&quot;.</source>
        <translation>Das Profil berichtigen und mit &quot;profile validate&quot; noch einmal prüfen.</translation>
    </message>
    <message>
        <source>an object was expected</source>
        <translation>ein Objekt wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; expected are %2</source>
        <translation>&quot;%1&quot; ist hier nicht bekannt; erwartet sind %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a text that is not empty</source>
        <translation>&quot;%1&quot; sollte ein nicht leerer Text sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected and is missing</source>
        <translation>&quot;%1&quot; wurde erwartet und fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a text</source>
        <translation>&quot;%1&quot; sollte ein Text sein</translation>
    </message>
    <message>
        <source>a list of lines was expected</source>
        <translation>eine Liste von Zeilen wurde erwartet</translation>
    </message>
    <message>
        <source>a text or a list of its lines was expected</source>
        <translation>ein Text oder eine Liste seiner Zeilen wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be true or false</source>
        <translation>&quot;%1&quot; sollte true oder false sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a whole number from %2 to %3</source>
        <translation>&quot;%1&quot; sollte eine ganze Zahl von %2 bis %3 sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a number</source>
        <translation>&quot;%1&quot; sollte eine Zahl sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a list of texts</source>
        <translation>&quot;%1&quot; sollte eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>a text was expected</source>
        <translation>ein Text wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be an object of texts</source>
        <translation>&quot;%1&quot; sollte ein Objekt aus Texten sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be an object</source>
        <translation>&quot;%1&quot; sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>a text, a number, true, false or null was expected</source>
        <translation>ein Text, eine Zahl, true, false oder null wurde erwartet</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a list of objects</source>
        <translation>&quot;%1&quot; sollte eine Liste von Objekten sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was expected to be a list of numbers</source>
        <translation>„%1“ sollte eine Liste von Zahlen sein</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 was expected</source>
        <translation>eine ganze Zahl von %1 bis %2 wurde erwartet</translation>
    </message>
    <message>
        <source>one of %1 was expected</source>
        <translation>eines von %1 wurde erwartet</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>The profile cannot be read.</source>
        <translation>Das Profil kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file is larger than a profile may be (4 MiB).</source>
        <translation>Die Datei ist größer, als ein Profil sein darf (4 MiB).</translation>
    </message>
    <message>
        <source>There is no profile with this id.</source>
        <translation>Es gibt kein Profil mit dieser Kennung.</translation>
    </message>
    <message>
        <source>Known profiles: %1.</source>
        <translation>Bekannte Profile: %1.</translation>
    </message>
</context>
<context>
    <name>PrometheusText</name>
    <message>
        <source>There are too many metrics.</source>
        <translation>Es sind zu viele Metriken.</translation>
    </message>
    <message>
        <source>Line %1 is no metric.</source>
        <translation>Zeile %1 ist keine Metrik.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>This cannot run unattended: %1</source>
        <translation>Das kann nicht unbeaufsichtigt laufen: %1</translation>
    </message>
</context>
<context>
    <name>Remake</name>
    <message>
        <source>The container was started with --rm: stopping it would delete it, and there would be no way back.</source>
        <translation>Der Container wurde mit --rm gestartet: Anhalten würde ihn löschen, und es gäbe keinen Weg zurück.</translation>
    </message>
    <message>
        <source>Create it again without --rm, with a restart policy.</source>
        <translation>Ohne --rm und mit einer Neustartregel neu anlegen.</translation>
    </message>
    <message>
        <source>%1 runs this container and would start another one at once.</source>
        <translation>%1 betreibt diesen Container und würde sofort einen neuen starten.</translation>
    </message>
    <message>
        <source>Upgrade the service there.</source>
        <translation>Den Dienst dort umstellen.</translation>
    </message>
    <message>
        <source>The compose project %1 made this container, and would make it again with the old image.</source>
        <translation>Das Compose-Projekt %1 hat diesen Container angelegt und würde ihn mit dem alten Image neu anlegen.</translation>
    </message>
    <message>
        <source>Add the instance as a service of that project: instance add --compose %1/%2.</source>
        <translation>Die Instanz als Dienst dieses Projekts hinzufügen: instance add --compose %1/%2.</translation>
    </message>
    <message>
        <source>The instance knows its container by its id, which the new one will not have.</source>
        <translation>Die Instanz kennt ihren Container an der Kennung, die der neue nicht haben wird.</translation>
    </message>
    <message>
        <source>Give the instance the container&apos;s name.</source>
        <translation>Der Instanz den Namen des Containers geben.</translation>
    </message>
    <message>
        <source>The service is paused: it could not end by itself and would be killed.</source>
        <translation>Der Dienst ist angehalten: er könnte nicht selbst enden und würde gewaltsam beendet.</translation>
    </message>
    <message>
        <source>Let it go on first.</source>
        <translation>Zuerst weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>The data lies in the container itself and would stay behind in it.</source>
        <translation>Die Daten liegen im Container selbst und blieben in ihm zurück.</translation>
    </message>
    <message>
        <source>Mount a volume at %1 and copy the data there first.</source>
        <translation>Zuerst ein Volume unter %1 einhängen und die Daten dorthin kopieren.</translation>
    </message>
    <message>
        <source>The container before is no longer kept.</source>
        <translation>Der Container davor ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Make it again by hand, or change the variable once more.</source>
        <translation>Ihn von Hand neu anlegen oder die Variable noch einmal ändern.</translation>
    </message>
    <message>
        <source>The container was made again since then; that would be undone too.</source>
        <translation>Der Container wurde seither neu angelegt; auch das würde zurückgenommen.</translation>
    </message>
    <message>
        <source>Put back what was done last first.</source>
        <translation>Nehmen Sie zuerst zurück, was zuletzt geschah.</translation>
    </message>
</context>
<context>
    <name>ReportSeal</name>
    <message>
        <source>The report could not be signed.</source>
        <translation>Der Bericht ließ sich nicht signieren.</translation>
    </message>
    <message>
        <source>The key for reports in the keyring is no key.</source>
        <translation>Der Schlüssel für Berichte im Schlüsselbund ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>The public key of the reports is no key.</source>
        <translation>Der öffentliche Schlüssel der Berichte ist kein Schlüssel.</translation>
    </message>
</context>
<context>
    <name>RestoreLosses</name>
    <message>
        <source>%1 cannot be read now, so it is not known what would go.</source>
        <translation>%1 kann jetzt nicht gelesen werden, deshalb ist nicht bekannt, was verloren ginge.</translation>
    </message>
    <message>
        <source>Everything that was written to %1 since %2</source>
        <translation>Alles, was seit %2 in %1 geschrieben wurde</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 rows of %2 in %3 that the backup does not have</source>
        <translation>%1 Zeilen %2 in %3, die in der Sicherung fehlen</translation>
    </message>
</context>
<context>
    <name>RestorePlaces</name>
    <message>
        <source>The folder for the safety copy cannot be made at %1.</source>
        <translation>Der Ordner für die Sicherheitskopie kann unter %1 nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Give the instance a backup folder that can be written and has room, or make room.</source>
        <translation>Geben Sie der Instanz einen Sicherungsordner, der beschreibbar ist und Platz hat, oder schaffen Sie Platz.</translation>
    </message>
</context>
<context>
    <name>RestorePlan</name>
    <message>
        <source>Say which backup or which file to restore from.</source>
        <translation>Angeben, aus welcher Sicherung oder Datei wiederhergestellt wird.</translation>
    </message>
    <message>
        <source>Its tables have a layout that this service does not have.</source>
        <translation>Ihre Tabellen haben einen Aufbau, den dieser Dienst nicht hat.</translation>
    </message>
    <message>
        <source>The backup holds no such database.</source>
        <translation>Die Sicherung enthält keine solche Datenbank.</translation>
    </message>
    <message>
        <source>The backup holds no database of this service.</source>
        <translation>Die Sicherung enthält keine Datenbank dieses Dienstes.</translation>
    </message>
    <message>
        <source>Only a part of the backup is restored; the databases may no longer fit together.</source>
        <translation>Nur ein Teil der Sicherung wird wiederhergestellt; die Datenbanken passen danach vielleicht nicht zusammen.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Restore %1 on %2</source>
        <translation>%1 auf %2 wiederherstellen</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>From the backup of %1.</source>
        <translation>Aus der Sicherung von %1.</translation>
    </message>
    <message>
        <source>Manifest and digests match, and the backup was verified.</source>
        <translation>Manifest und Prüfsummen stimmen, und die Sicherung wurde verifiziert.</translation>
    </message>
    <message>
        <source>This backup was never verified.</source>
        <translation>Diese Sicherung wurde nie verifiziert.</translation>
    </message>
    <message>
        <source>Its databases were opened and checked.</source>
        <translation>Ihre Datenbanken wurden geöffnet und geprüft.</translation>
    </message>
    <message>
        <source>Verify it first.</source>
        <translation>Zuerst verifizieren.</translation>
    </message>
    <message>
        <source>Give the absolute path of a folder that is not there yet.</source>
        <translation>Den absoluten Pfad eines Ordners angeben, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Restore the backup beside the data, into %1</source>
        <translation>Die Sicherung neben die Daten wiederherstellen, nach %1</translation>
    </message>
    <message>
        <source>Restore into %1</source>
        <translation>Nach %1 wiederherstellen</translation>
    </message>
    <message>
        <source>The live data and the service are not touched.</source>
        <translation>Die laufenden Daten und der Dienst werden nicht berührt.</translation>
    </message>
    <message>
        <source>Open connections to %1 end.</source>
        <translation>Offene Verbindungen zu %1 enden.</translation>
    </message>
    <message numerus="yes">
        <source>What is there now is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>Was jetzt da ist, wird %n Tag behalten und kann zurückgenommen werden.</numerusform>
            <numerusform>Was jetzt da ist, wird %n Tage behalten und kann zurückgenommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read as it is now; it is set aside, not written into.</source>
        <translation>%1 kann im jetzigen Zustand nicht gelesen werden; es wird beiseitegelegt, nicht überschrieben.</translation>
    </message>
    <message>
        <source>%1 are needed at %2, and %3 are free.</source>
        <translation>%1 werden bei %2 gebraucht, %3 sind frei.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and %3 are needed.</source>
        <translation>%1 hat %2 frei, gebraucht werden %3.</translation>
    </message>
    <message>
        <source>Make room, then plan this again.</source>
        <translation>Platz schaffen, dann neu planen.</translation>
    </message>
    <message>
        <source>Space is short, so the live files are set aside instead of copied.</source>
        <translation>Der Platz ist knapp, deshalb werden die laufenden Dateien beiseitegelegt statt kopiert.</translation>
    </message>
    <message>
        <source>No manifest proves this file; nothing tells whether it is as it was when it was made.</source>
        <translation>Kein Manifest belegt diese Datei; nichts sagt, ob sie noch ist wie bei ihrer Entstehung.</translation>
    </message>
    <message>
        <source>It was read to its end.</source>
        <translation>Sie wurde bis zum Ende gelesen.</translation>
    </message>
    <message>
        <source>The backup holds several databases, and they cannot go into one.</source>
        <translation>Die Sicherung enthält mehrere Datenbanken, die nicht in eine einzige passen.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Eine davon wählen.</translation>
    </message>
    <message>
        <source>Restore the backup beside the live database, into %1</source>
        <translation>Die Sicherung neben der laufenden Datenbank wiederherstellen, in %1</translation>
    </message>
</context>
<context>
    <name>RestoreSource</name>
    <message>
        <source>It is a backup of another service: %1.</source>
        <translation>Es ist die Sicherung eines anderen Dienstes: %1.</translation>
    </message>
    <message>
        <source>Choose a backup of %1.</source>
        <translation>Eine Sicherung von %1 wählen.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
    <message>
        <source>The service has no such database.</source>
        <translation>Der Dienst hat keine solche Datenbank.</translation>
    </message>
    <message>
        <source>It holds no tables.</source>
        <translation>Sie enthält keine Tabellen.</translation>
    </message>
    <message>
        <source>It is neither a backup set nor a file.</source>
        <translation>Es ist weder ein Sicherungssatz noch eine Datei.</translation>
    </message>
</context>
<context>
    <name>RestoreUndoPlan</name>
    <message>
        <source>This operation has replaced nothing that could be put back.</source>
        <translation>Dieser Vorgang hat nichts ersetzt, das zurückgenommen werden könnte.</translation>
    </message>
    <message>
        <source>Do again: %1</source>
        <translation>Noch einmal tun: %1</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal tun</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What was there before is no longer kept.</source>
        <translation>Was vorher da war, wird nicht mehr aufgehoben.</translation>
    </message>
    <message>
        <source>Restore from a backup instead.</source>
        <translation>Stattdessen aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Everything that was written since the restore</source>
        <translation>Alles, was seit der Wiederherstellung geschrieben wurde</translation>
    </message>
    <message numerus="yes">
        <source>What is there now is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>Was jetzt da ist, wird %n Tag behalten und kann zurückgenommen werden.</numerusform>
            <numerusform>Was jetzt da ist, wird %n Tage behalten und kann zurückgenommen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes back could not be read when it was replaced, or was not there, so the service stays stopped.</source>
        <translation>Was zurückkommt, war beim Ersetzen nicht lesbar oder nicht da, deshalb bleibt der Dienst gestoppt.</translation>
    </message>
    <message>
        <source>The service is stopped, and is not started.</source>
        <translation>Der Dienst ist gestoppt und wird nicht gestartet.</translation>
    </message>
    <message>
        <source>The service is stopped, and is not started: what comes back could not be read when it was replaced, or was not there.</source>
        <translation>Der Dienst ist gestoppt und wird nicht gestartet: Was zurückkommt, war beim Ersetzen nicht lesbar oder nicht da.</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>The last backup failed, so nothing is removed.</source>
        <translation>Die letzte Sicherung ist fehlgeschlagen, deshalb wird nichts entfernt.</translation>
    </message>
    <message>
        <source>The newest backup is not verified, so nothing is removed.</source>
        <translation>Die neueste Sicherung ist nicht verifiziert, deshalb wird nichts entfernt.</translation>
    </message>
    <message>
        <source>A backup seems to come from the future, so the clock is not trusted and nothing is removed.</source>
        <translation>Eine Sicherung scheint aus der Zukunft zu kommen; der Uhr ist nicht zu trauen, und nichts wird entfernt.</translation>
    </message>
    <message>
        <source>newest verified backup</source>
        <translation>neueste verifizierte Sicherung</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>täglich</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>wöchentlich</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>monatlich</translation>
    </message>
    <message>
        <source>young enough</source>
        <translation>jung genug</translation>
    </message>
    <message>
        <source>no retention is set</source>
        <translation>keine Aufbewahrung festgelegt</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>an unfinished operation needs it</source>
        <translation>ein unfertiger Vorgang braucht sie</translation>
    </message>
    <message>
        <source>does not count; remove it by hand</source>
        <translation>zählt nicht; von Hand entfernen</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht verifiziert</translation>
    </message>
</context>
<context>
    <name>RetentionPlan</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Verify the backup of %1</source>
        <translation>Die Sicherung von %1 verifizieren</translation>
    </message>
    <message>
        <source>Verify the backup</source>
        <translation>Sicherung verifizieren</translation>
    </message>
    <message>
        <source>Pin a backup</source>
        <translation>Sicherung anheften</translation>
    </message>
    <message>
        <source>Unpin a backup</source>
        <translation>Sicherung lösen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n old backup(s) of %1</source>
        <translation>
            <numerusform>%n alte Sicherung von %1 entfernen</numerusform>
            <numerusform>%n alte Sicherungen von %1 entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n backup(s)</source>
        <translation>
            <numerusform>%n Sicherung entfernen</numerusform>
            <numerusform>%n Sicherungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup of %1</source>
        <translation>Die Sicherung von %1</translation>
    </message>
    <message>
        <source>Stays: the backup of %1 (%2)</source>
        <translation>Bleibt: die Sicherung von %1 (%2)</translation>
    </message>
    <message>
        <source>%1 was never finished.</source>
        <translation>%1 wurde nie fertig.</translation>
    </message>
    <message>
        <source>The safety copy of “%1”, which can be put back no longer</source>
        <translation>Die Sicherheitskopie von „%1“, die nicht mehr zurückgenommen werden kann</translation>
    </message>
    <message>
        <source>Remove what %1 no longer needs</source>
        <comment>name of an instance</comment>
        <translation>Entfernen, was %1 nicht mehr braucht</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n folder(s)</source>
        <translation>
            <numerusform>%n Ordner entfernen</numerusform>
            <numerusform>%n Ordner entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>What “%1” needs to be put back</source>
        <translation>Was „%1“ braucht, um zurückgenommen zu werden</translation>
    </message>
    <message numerus="yes">
        <source>Shorten %n journal(s)</source>
        <translation>
            <numerusform>%n Journal kürzen</numerusform>
            <numerusform>%n Journale kürzen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: retention keeps every backup of %1.</source>
        <translation>Es ist nichts zu entfernen: Die Aufbewahrung behält jede Sicherung von %1.</translation>
    </message>
    <message>
        <source>The secret before “%1”, which can be put back no longer</source>
        <translation>Das Geheimnis vor „%1“, das dann nicht mehr zurückgeholt werden kann</translation>
    </message>
    <message>
        <source>There is nothing to remove: what %1 keeps is still needed.</source>
        <translation>Es ist nichts zu entfernen: Was %1 behält, wird noch gebraucht.</translation>
    </message>
</context>
<context>
    <name>RevertCancelStep</name>
    <message>
        <source>Do not put it back once more by itself</source>
        <translation>Es nicht noch einmal von selbst zurücksetzen</translation>
    </message>
</context>
<context>
    <name>RevertPlanStep</name>
    <message>
        <source>Put it back by itself at %1</source>
        <translation>Es um %1 von selbst zurücksetzen</translation>
    </message>
    <message>
        <source>The time at which it goes back is not known.</source>
        <translation>Es ist nicht bekannt, wann es zurückgeht.</translation>
    </message>
</context>
<context>
    <name>RevertStore</name>
    <message>
        <source>The note of a pending revert is damaged.</source>
        <translation>Der Vermerk über etwas, das zurückgehen soll, ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>RowLoader</name>
    <message>
        <source>Cancelled while rows were loaded.</source>
        <translation>Abgebrochen, während Zeilen geladen wurden.</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 of binary data</source>
        <translation>%1 Binärdaten</translation>
    </message>
    <message>
        <source>the row as it is stored</source>
        <translation>die Zeile, wie sie gespeichert ist</translation>
    </message>
    <message>
        <source>%1, %2 of JSON</source>
        <translation>%1, %2 JSON</translation>
    </message>
</context>
<context>
    <name>RunbookWindow</name>
    <message>
        <source>The runbook cannot be read.</source>
        <translation>Das Runbook lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Point the instance at another file: pilothouse-cli instance set NAME --runbook FILE</source>
        <translation>Die Instanz auf eine andere Datei zeigen lassen: pilothouse-cli instance set NAME --runbook FILE</translation>
    </message>
    <message>
        <source>This is no text of at most 4 MiB.</source>
        <translation>Das ist kein Text von höchstens 4 MiB.</translation>
    </message>
</context>
<context>
    <name>RuntimeFactory</name>
    <message>
        <source>The command that starts the service is missing.</source>
        <translation>Der Befehl, der den Dienst startet, fehlt.</translation>
    </message>
    <message>
        <source>The pid file of the service needs an absolute path.</source>
        <translation>Die PID-Datei des Dienstes braucht einen absoluten Pfad.</translation>
    </message>
    <message>
        <source>“%1” is not a way to run a service that Pilothouse knows.</source>
        <translation>„%1“ ist keine Art, einen Dienst zu betreiben, die Pilothouse kennt.</translation>
    </message>
    <message>
        <source>“%1” is no name of a systemd service.</source>
        <translation>„%1“ ist kein Name eines systemd-Dienstes.</translation>
    </message>
</context>
<context>
    <name>SavedLogFilters</name>
    <message>
        <source>No filter is saved under the name “%1”.</source>
        <translation>Unter dem Namen „%1“ ist kein Filter gespeichert.</translation>
    </message>
    <message>
        <source>None is saved for this profile yet.</source>
        <translation>Für dieses Profil ist noch keiner gespeichert.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>A filter needs a name of at most %1 characters.</source>
        <translation>Ein Filter braucht einen Namen von höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is a filter of the profile. Take another name.</source>
        <translation>„%1“ ist ein Filter des Profils. Nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is nothing to save: the filter is empty.</source>
        <translation>Es gibt nichts zu speichern: der Filter ist leer.</translation>
    </message>
    <message>
        <source>%1 filters are saved already. Remove one that nobody needs.</source>
        <translation>%1 Filter sind schon gespeichert. Entfernen Sie einen, den niemand braucht.</translation>
    </message>
    <message>
        <source>“%1” is there already. Take another name.</source>
        <translation>„%1“ gibt es schon. Nehmen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>Scaling</name>
    <message>
        <source>Database server</source>
        <translation>Datenbankserver</translation>
    </message>
    <message>
        <source>“%1” is none of: %2.</source>
        <translation>„%1“ ist keines von: %2.</translation>
    </message>
    <message>
        <source>The service has no database on a server.</source>
        <translation>Der Dienst hat keine Datenbank auf einem Server.</translation>
    </message>
    <message>
        <source>Read replica</source>
        <translation>Lesereplik</translation>
    </message>
    <message>
        <source>Connection pooler</source>
        <translation>Verbindungspooler</translation>
    </message>
    <message>
        <source>What scaling needs, with a configuration for it</source>
        <translation>Was eine Skalierung braucht, mit einer Konfiguration dafür</translation>
    </message>
    <message>
        <source>Way to scale</source>
        <translation>Art der Skalierung</translation>
    </message>
</context>
<context>
    <name>ScalingParts</name>
    <message>
        <source>State of its own</source>
        <translation>Eigener Zustand</translation>
    </message>
    <message>
        <source>It keeps its data in SQLite files, which one copy alone may write.</source>
        <translation>Er hält seine Daten in SQLite-Dateien, die nur eine Kopie schreiben darf.</translation>
    </message>
    <message>
        <source>It cannot be scaled out as it is; give the one copy more memory and processors instead.</source>
        <translation>So lässt er sich nicht vervielfachen; stattdessen der einen Kopie mehr Speicher und Prozessoren geben.</translation>
    </message>
    <message>
        <source>All copies would write into %1.</source>
        <translation>Alle Kopien würden in %1 schreiben.</translation>
    </message>
    <message>
        <source>Make sure that it keeps nothing there that one copy must have for itself.</source>
        <translation>Sicherstellen, dass dort nichts liegt, was eine Kopie für sich allein braucht.</translation>
    </message>
    <message>
        <source>Its data is on a database server; no folder of it is written to.</source>
        <translation>Seine Daten liegen auf einem Datenbankserver; in keinen seiner Ordner wird geschrieben.</translation>
    </message>
    <message>
        <source>Connections to the database</source>
        <translation>Verbindungen zur Datenbank</translation>
    </message>
    <message>
        <source>%1 of %2 are in use now; %3 copies may need %4.</source>
        <translation>%1 von %2 sind jetzt belegt; %3 Kopien können %4 brauchen.</translation>
    </message>
    <message>
        <source>Put PgBouncer before the server first.</source>
        <translation>Zuerst PgBouncer vor den Server setzen.</translation>
    </message>
    <message>
        <source>Several copies of the service</source>
        <translation>Mehrere Kopien des Dienstes</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>Health-Adresse</translation>
    </message>
    <message>
        <source>None is known, so a balancer cannot tell a copy that does not work.</source>
        <translation>Keine bekannt, daher erkennt ein Lastverteiler eine gestörte Kopie nicht.</translation>
    </message>
    <message>
        <source>Published port</source>
        <translation>Veröffentlichter Port</translation>
    </message>
    <message>
        <source>Two copies cannot publish the same port, so the balancer takes it over.</source>
        <translation>Zwei Kopien können nicht denselben Port veröffentlichen, daher übernimmt ihn der Lastverteiler.</translation>
    </message>
    <message>
        <source>The service may have no container_name, which two copies cannot share.</source>
        <translation>Der Dienst darf keinen container_name haben, den zwei Kopien nicht teilen können.</translation>
    </message>
    <message>
        <source>Number of copies</source>
        <translation>Anzahl der Kopien</translation>
    </message>
    <message>
        <source>nginx finds all copies when it starts. Restart it after you change their number.</source>
        <translation>nginx findet alle Kopien bei seinem Start. Nach einer Änderung ihrer Anzahl neu starten.</translation>
    </message>
    <message>
        <source>Port of each copy</source>
        <translation>Port jeder Kopie</translation>
    </message>
    <message>
        <source>Start each copy with a port of its own; the balancer takes %1.</source>
        <translation>Jede Kopie mit einem eigenen Port starten; der Lastverteiler übernimmt %1.</translation>
    </message>
    <message>
        <source>Read replica</source>
        <translation>Lesereplik</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>This server is a standby itself; ask its primary.</source>
        <translation>Dieser Server ist selbst ein Standby; seinen Primärserver fragen.</translation>
    </message>
    <message>
        <source>%1, and a replica and its base copy need 2.</source>
        <translation>%1, und eine Replik mit ihrer Grundkopie braucht 2.</translation>
    </message>
    <message>
        <source>A slot keeps WAL until the replica has it: watch the disk, and drop the slot when the replica is given up.</source>
        <translation>Ein Slot behält WAL, bis die Replik es hat: Platz beobachten und den Slot löschen, wenn die Replik aufgegeben wird.</translation>
    </message>
    <message>
        <source>A replica on another machine does not reach it so.</source>
        <translation>Eine Replik auf einer anderen Maschine erreicht ihn so nicht.</translation>
    </message>
    <message>
        <source>Replicas now</source>
        <translation>Repliken jetzt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>The replica needs at least %1.</source>
        <translation>Die Replik braucht mindestens %1.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>A replica lags behind and only reads: the service needs a second address for reads that may be a moment old.</source>
        <translation>Eine Replik hinkt nach und liest nur: Der Dienst braucht eine zweite Adresse für Lesezugriffe, die etwas alt sein dürfen.</translation>
    </message>
    <message>
        <source>On the primary, then on the replica</source>
        <translation>Auf dem Primärserver, dann auf der Replik</translation>
    </message>
    <message>
        <source>Connection pooler</source>
        <translation>Verbindungspooler</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 of %2 are in use, %3 of them do something now.</source>
        <translation>%1 von %2 sind belegt, %3 davon tun gerade etwas.</translation>
    </message>
    <message>
        <source>It is not needed yet.</source>
        <translation>Er wird noch nicht gebraucht.</translation>
    </message>
    <message>
        <source>Version %1 is in use already.</source>
        <translation>Version %1 ist schon im Einsatz.</translation>
    </message>
    <message>
        <source>%1 sessions listen and %2 hold advisory locks: only the mode “session” keeps these.</source>
        <translation>%1 Sitzungen lauschen und %2 halten Advisory Locks: Nur der Modus „session“ erhält das.</translation>
    </message>
    <message>
        <source>“transaction” forbids what outlives a transaction: SET, LISTEN, advisory locks of a session, WITH HOLD cursors, temporary tables, and named prepared statements before PgBouncer 1.21.</source>
        <translation>„transaction“ verbietet, was eine Transaktion überdauert: SET, LISTEN, Advisory Locks einer Sitzung, Cursor WITH HOLD, temporäre Tabellen und vor PgBouncer 1.21 benannte vorbereitete Anweisungen.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>They belong into userlist.txt; none is written here.</source>
        <translation>Sie gehören in die userlist.txt; hier steht keines.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>The service then connects to port %1. Backups, VACUUM and Pilothouse go on to the server itself.</source>
        <translation>Der Dienst verbindet sich dann mit Port %1. Sicherungen, VACUUM und Pilothouse gehen weiter zum Server selbst.</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>“%1” is no time of day such as 02:00.</source>
        <translation>„%1“ ist keine Uhrzeit wie 02:00.</translation>
    </message>
    <message>
        <source>A weekly schedule names a day such as sun.</source>
        <translation>Ein wöchentlicher Zeitplan nennt einen Tag wie sun.</translation>
    </message>
    <message>
        <source>“%1” is no time that systemd knows.</source>
        <translation>„%1“ ist keine Zeitangabe, die systemd kennt.</translation>
    </message>
    <message>
        <source>A time is one line of plain characters.</source>
        <translation>Eine Zeitangabe ist eine Zeile aus einfachen Zeichen.</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <translation>jeden Tag um %1</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <translation>jeden %1 um %2</translation>
    </message>
    <message>
        <source>“%1” never comes.</source>
        <translation>„%1“ kommt nie.</translation>
    </message>
    <message>
        <source>This is no schedule that this program knows.</source>
        <translation>Das ist kein Zeitplan, den dieses Programm kennt.</translation>
    </message>
    <message>
        <source>on the first of every month at %1</source>
        <translation>am Ersten jedes Monats um %1</translation>
    </message>
    <message>
        <source>on the first day of every quarter at %1</source>
        <translation>am ersten Tag jedes Quartals um %1</translation>
    </message>
</context>
<context>
    <name>ScheduleActions</name>
    <message>
        <source>Run by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Remove what retention no longer keeps after each backup</source>
        <translation>Nach jeder Sicherung entfernen, was die Aufbewahrung nicht mehr behält</translation>
    </message>
    <message>
        <source>Let timers run while nobody is logged in</source>
        <translation>Timer laufen lassen, auch wenn niemand angemeldet ist</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Take over backup jobs</source>
        <translation>Sicherungsaufträge übernehmen</translation>
    </message>
    <message>
        <source>Only this job</source>
        <translation>Nur dieser Auftrag</translation>
    </message>
    <message>
        <source>Backup jobs that others set up</source>
        <translation>Sicherungsaufträge von anderen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Install or change a schedule</source>
        <translation>Einen Zeitplan einrichten oder ändern</translation>
    </message>
    <message>
        <source>Remove a schedule</source>
        <translation>Einen Zeitplan entfernen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>SchedulePlan</name>
    <message>
        <source>There is neither a systemd of this user nor cron here.</source>
        <translation>Hier gibt es weder ein systemd dieses Benutzers noch cron.</translation>
    </message>
    <message>
        <source>Install the package cron, or log in with a session of systemd.</source>
        <translation>Installieren Sie das Paket cron oder melden Sie sich mit einer systemd-Sitzung an.</translation>
    </message>
    <message>
        <source>First run: %1</source>
        <translation>Erster Lauf: %1</translation>
    </message>
    <message>
        <source>What it says is kept in %1.</source>
        <translation>Was er meldet, steht in %1.</translation>
    </message>
    <message>
        <source>It runs on a locked instance too: a backup changes nothing of the service.</source>
        <translation>Er läuft auch bei gesperrter Instanz: eine Sicherung ändert nichts am Dienst.</translation>
    </message>
    <message>
        <source>It runs only while %1 is logged in.</source>
        <translation>Er läuft nur, solange %1 angemeldet ist.</translation>
    </message>
    <message>
        <source>Choose to let timers run on (--linger), or: loginctl enable-linger %1</source>
        <translation>Lassen Sie Timer weiterlaufen (--linger), oder: loginctl enable-linger %1</translation>
    </message>
    <message>
        <source>cron does not seem to run here.</source>
        <translation>cron scheint hier nicht zu laufen.</translation>
    </message>
    <message>
        <source>Start it: systemctl start cron</source>
        <translation>Starten Sie es: systemctl start cron</translation>
    </message>
    <message>
        <source>%1 is not there, so nothing could be run.</source>
        <translation>%1 ist nicht da, es ließe sich nichts ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>älter als %n Tag</numerusform>
            <numerusform>älter als %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>beyond %1 daily, %2 weekly and %3 monthly ones</source>
        <translation>jenseits von %1 täglichen, %2 wöchentlichen und %3 monatlichen</translation>
    </message>
    <message>
        <source>The profile keeps every backup, so there is nothing to remove.</source>
        <translation>Das Profil behält jede Sicherung, es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>After each backup: the verified ones %1, never the newest, pinned or last good one</source>
        <translation>Nach jeder Sicherung: die geprüften %1, nie die neueste, angeheftete oder letzte gute</translation>
    </message>
    <message>
        <source>With the first run: %1</source>
        <translation>Mit dem ersten Lauf: %1</translation>
    </message>
    <message>
        <source>%1 backs it up too: %2</source>
        <translation>%1 sichert sie ebenfalls: %2</translation>
    </message>
    <message>
        <source>Take it over: pilothouse-cli schedule adopt %1</source>
        <translation>Übernehmen: pilothouse-cli schedule adopt %1</translation>
    </message>
    <message>
        <source>Back up %1 %2</source>
        <translation>%1 %2 sichern</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>Zeitplan ändern</translation>
    </message>
    <message>
        <source>Install the schedule</source>
        <translation>Zeitplan einrichten</translation>
    </message>
    <message>
        <source>It has no schedule.</source>
        <translation>Sie hat keinen Zeitplan.</translation>
    </message>
    <message>
        <source>Stop the scheduled backups of %1</source>
        <translation>Sicherungen von %1 nach Zeitplan beenden</translation>
    </message>
    <message>
        <source>Remove the schedule</source>
        <translation>Zeitplan entfernen</translation>
    </message>
    <message>
        <source>No backup is made by itself any more</source>
        <translation>Keine Sicherung entsteht mehr von selbst</translation>
    </message>
    <message>
        <source>%1 was switched off in its favour, and stays off: %2</source>
        <translation>%1 wurde dafür abgeschaltet und bleibt aus: %2</translation>
    </message>
    <message>
        <source>To have it back, put back the take-over in Activity instead.</source>
        <translation>Wenn Sie es wiederhaben wollen, nehmen Sie stattdessen die Übernahme unter Aktivität zurück.</translation>
    </message>
    <message>
        <source>There is no job of cron or systemd that backs it up.</source>
        <translation>Es gibt keinen Auftrag von cron oder systemd, der sie sichert.</translation>
    </message>
    <message>
        <source>Install a schedule: pilothouse-cli schedule install %1</source>
        <translation>Zeitplan einrichten: pilothouse-cli schedule install %1</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n backup job(s) of %1</source>
        <translation>
            <numerusform>%n Sicherungsauftrag von %1 übernehmen</numerusform>
            <numerusform>%n Sicherungsaufträge von %1 übernehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n job(s)</source>
        <translation>
            <numerusform>%n Auftrag übernehmen</numerusform>
            <numerusform>%n Aufträge übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 runs no more: %2</source>
        <translation>%1 läuft nicht mehr: %2</translation>
    </message>
    <message>
        <source>%1 belongs to the machine, and %2 may not change it.</source>
        <translation>%1 gehört zur Maschine, und %2 darf es nicht ändern.</translation>
    </message>
    <message>
        <source>Run Pilothouse as root, or take over the others one by one (--job).</source>
        <translation>Starten Sie Pilothouse als root oder übernehmen Sie die anderen einzeln (--job).</translation>
    </message>
    <message>
        <source>From then on: %1 %2</source>
        <translation>Von da an: %1 %2</translation>
    </message>
    <message>
        <source>The schedule is another one by now.</source>
        <translation>Der Zeitplan ist inzwischen ein anderer.</translation>
    </message>
    <message>
        <source>Put back what was done last, or install the schedule that you want.</source>
        <translation>Nehmen Sie das Letzte zurück oder richten Sie den gewünschten Zeitplan ein.</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Put back the schedule</source>
        <translation>Zeitplan zurücknehmen</translation>
    </message>
    <message>
        <source>Drill %1 %2</source>
        <translation>Übung von %1 %2</translation>
    </message>
    <message>
        <source>Each drill makes a backup, restores it into a scratch place, proves it there and clears up; its report is in the history.</source>
        <translation>Jede Übung macht eine Sicherung, stellt sie an einem Probeort wieder her, prüft sie dort und räumt auf; ihr Bericht steht im Verlauf.</translation>
    </message>
    <message>
        <source>It writes its marker through the service on a locked instance too.</source>
        <translation>Sie schreibt ihre Marke durch den Dienst auch bei einer gesperrten Instanz.</translation>
    </message>
    <message>
        <source>Without a kept key for the marker nothing is written.</source>
        <translation>Ohne einen aufbewahrten Schlüssel für die Marke wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Its drills have no schedule.</source>
        <translation>Ihre Übungen haben keinen Zeitplan.</translation>
    </message>
    <message>
        <source>Stop the scheduled drills of %1</source>
        <translation>Die geplanten Übungen von %1 beenden</translation>
    </message>
    <message>
        <source>No drill is run by itself any more</source>
        <translation>Keine Übung läuft mehr von selbst</translation>
    </message>
</context>
<context>
    <name>SecretChange</name>
    <message>
        <source>The old secret is no longer kept.</source>
        <translation>Das alte Geheimnis ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Somebody else has changed the secret meanwhile.</source>
        <translation>Jemand anderes hat das Geheimnis inzwischen geändert.</translation>
    </message>
    <message>
        <source>Keep what stands there now, or put the old one back by hand.</source>
        <translation>Behalten, was jetzt dort steht, oder das alte von Hand zurücksetzen.</translation>
    </message>
</context>
<context>
    <name>SecretPlace</name>
    <message>
        <source>The environment of the running service cannot be read.</source>
        <translation>Die Umgebung des laufenden Dienstes lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>There is no file from which this service takes its secrets.</source>
        <translation>Es gibt keine Datei, aus der dieser Dienst seine Geheimnisse nimmt.</translation>
    </message>
    <message>
        <source>%1 comes from no environment file that Pilothouse could change: it stands in the project&apos;s own file, or in several files.</source>
        <translation>%1 kommt aus keiner Umgebungsdatei, die Pilothouse ändern könnte: Es steht in der Datei des Projekts selbst oder in mehreren Dateien.</translation>
    </message>
    <message>
        <source>Put it into %1 as %2=…, use ${%2} in the project&apos;s file, and try again.</source>
        <translation>Es als %2=… in %1 eintragen, in der Datei des Projekts ${%2} benutzen und es erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>This is not a reference to a secret.</source>
        <translation>Dies ist kein Verweis auf ein Geheimnis.</translation>
    </message>
    <message>
        <source>References look like &quot;instance/name&quot;.</source>
        <translation>Verweise sehen so aus: &quot;instanz/name&quot;.</translation>
    </message>
</context>
<context>
    <name>ServerActions</name>
    <message>
        <source>There is no such session any more.</source>
        <translation>Diese Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Look at the sessions again: its number may be another&apos;s by now.</source>
        <translation>Die Sitzungen noch einmal ansehen: Ihre Nummer kann inzwischen eine andere haben.</translation>
    </message>
    <message>
        <source>This is Pilothouse&apos;s own session.</source>
        <translation>Das ist die eigene Sitzung von Pilothouse.</translation>
    </message>
    <message>
        <source>The session runs no query now; it is “%1”.</source>
        <translation>Die Sitzung führt gerade keine Abfrage aus; sie ist „%1“.</translation>
    </message>
    <message>
        <source>End the session instead.</source>
        <translation>Stattdessen die Sitzung beenden.</translation>
    </message>
    <message>
        <source>It runs: %1</source>
        <translation>Sie führt aus: %1</translation>
    </message>
    <message>
        <source>It ran last: %1</source>
        <translation>Zuletzt ausgeführt: %1</translation>
    </message>
    <message>
        <source>What its transaction of %1 has changed is taken back by the server.</source>
        <translation>Was ihre Transaktion seit %1 geändert hat, nimmt der Server zurück.</translation>
    </message>
    <message>
        <source>End session %1 of %2</source>
        <translation>Sitzung %1 von %2 beenden</translation>
    </message>
    <message>
        <source>Cancel the query of session %1 of %2</source>
        <translation>Die Abfrage der Sitzung %1 von %2 abbrechen</translation>
    </message>
    <message>
        <source>End session %1</source>
        <translation>Sitzung %1 beenden</translation>
    </message>
    <message>
        <source>Cancel query of %1</source>
        <translation>Abfrage von %1 abbrechen</translation>
    </message>
    <message>
        <source>The service may connect again at once.</source>
        <translation>Der Dienst kann sich sofort neu verbinden.</translation>
    </message>
    <message>
        <source>Make the planner&apos;s statistics of %1 anew (ANALYZE)</source>
        <translation>Die Statistik des Planers von %1 neu erstellen (ANALYZE)</translation>
    </message>
    <message>
        <source>Rebuild the indexes of %1 (REINDEX)</source>
        <translation>Die Indizes von %1 neu aufbauen (REINDEX)</translation>
    </message>
    <message>
        <source>Free the dead rows of %1 (VACUUM)</source>
        <translation>Die toten Zeilen von %1 freigeben (VACUUM)</translation>
    </message>
    <message>
        <source>The service goes on; no row changes. It can be cancelled at any time.</source>
        <translation>Der Dienst läuft weiter; keine Zeile ändert sich. Jederzeit abbrechbar.</translation>
    </message>
    <message>
        <source>%1 dead rows are known. Their room is used again; files shrink only at their end.</source>
        <translation>%1 tote Zeilen sind bekannt. Ihr Platz wird wieder verwendet; Dateien schrumpfen nur am Ende.</translation>
    </message>
    <message>
        <source>Up to %1 more is needed on the server while the new indexes are made.</source>
        <translation>Bis zu %1 mehr wird auf dem Server gebraucht, solange die neuen Indizes entstehen.</translation>
    </message>
    <message>
        <source>The kinds of maintenance are vacuum, analyze and reindex.</source>
        <translation>Die Arten der Wartung sind vacuum, analyze und reindex.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Number of the session</source>
        <translation>Nummer der Sitzung</translation>
    </message>
    <message>
        <source>Its beginning</source>
        <translation>Ihr Beginn</translation>
    </message>
    <message>
        <source>Cancel the query of a session</source>
        <translation>Die Abfrage einer Sitzung abbrechen</translation>
    </message>
    <message>
        <source>End a session</source>
        <translation>Eine Sitzung beenden</translation>
    </message>
    <message>
        <source>Maintain a database on its server</source>
        <translation>Eine Datenbank auf ihrem Server warten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Only a superuser may end session %1 of the superuser %2.</source>
        <translation>Nur ein Superuser darf die Sitzung %1 des Superusers %2 beenden.</translation>
    </message>
    <message>
        <source>Have a superuser run: SELECT pg_terminate_backend(%1)</source>
        <translation>Ein Superuser kann ausführen: SELECT pg_terminate_backend(%1)</translation>
    </message>
    <message>
        <source>This role may not end session %1 of %2: it lacks the right %3.</source>
        <translation>Diese Rolle darf die Sitzung %1 von %2 nicht beenden: Ihr fehlt das Recht %3.</translation>
    </message>
    <message>
        <source>Have a superuser run: GRANT %1, pg_read_all_stats TO the role.</source>
        <translation>Ein Superuser kann der Rolle die Rechte geben: GRANT %1, pg_read_all_stats TO Rolle.</translation>
    </message>
    <message>
        <source>When session %1 of %2 began is not visible to this role, so it cannot be told from a later one with the same number.</source>
        <translation>Diese Rolle sieht nicht, wann die Sitzung %1 von %2 begann; sie ist daher von einer späteren mit derselben Nummer nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Have a superuser run: GRANT pg_read_all_stats TO the role.</source>
        <translation>Ein Superuser kann der Rolle das Recht geben: GRANT pg_read_all_stats TO Rolle.</translation>
    </message>
</context>
<context>
    <name>ServerCluster</name>
    <message>
        <source>Run Pilothouse on the server&apos;s own machine for this.</source>
        <translation>Pilothouse dafür auf der Maschine des Servers ausführen.</translation>
    </message>
    <message>
        <source>The server&apos;s data directory %1 is not on this machine: the server runs elsewhere, or in a container.</source>
        <translation>Das Datenverzeichnis %1 des Servers ist nicht auf dieser Maschine: Der Server läuft anderswo oder in einem Container.</translation>
    </message>
    <message>
        <source>The server&apos;s data directory %1 is a link.</source>
        <translation>Das Datenverzeichnis %1 des Servers ist ein Link.</translation>
    </message>
    <message>
        <source>Give the server the folder itself as its data directory.</source>
        <translation>Dem Server den Ordner selbst als Datenverzeichnis geben.</translation>
    </message>
    <message>
        <source>The server&apos;s data directory %1 belongs to %2, and only that user and root may work on it.</source>
        <translation>Das Datenverzeichnis %1 des Servers gehört %2, und nur dieser Benutzer und root dürfen daran arbeiten.</translation>
    </message>
    <message>
        <source>Run Pilothouse as %1 or as root for this.</source>
        <translation>Pilothouse dafür als %1 oder als root ausführen.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The database server does not end.</source>
        <translation>Der Datenbankserver endet nicht.</translation>
    </message>
    <message>
        <source>systemctl %1 %2 failed.</source>
        <translation>systemctl %1 %2 ist gescheitert.</translation>
    </message>
    <message>
        <source>The server runs in the container %1, which keeps its data directory and its programs to itself.</source>
        <translation>Der Server läuft im Container %1, der sein Datenverzeichnis und seine Programme für sich behält.</translation>
    </message>
    <message>
        <source>Use backups and restores of the database instead.</source>
        <translation>Stattdessen Sicherung und Wiederherstellung der Datenbank nutzen.</translation>
    </message>
    <message>
        <source>The role %1 may not see where the server&apos;s data directory is.</source>
        <translation>Die Rolle %1 darf nicht sehen, wo das Datenverzeichnis des Servers liegt.</translation>
    </message>
    <message>
        <source>As a superuser: GRANT pg_read_all_settings TO %1;</source>
        <translation>Als Superuser: GRANT pg_read_all_settings TO %1;</translation>
    </message>
    <message>
        <source>The folder %1 of this machine is not that server&apos;s data directory: the server runs elsewhere, or in a container.</source>
        <translation>Der Ordner %1 dieser Maschine ist nicht das Datenverzeichnis dieses Servers: Der Server läuft anderswo oder in einem Container.</translation>
    </message>
    <message>
        <source>The database server cannot be stopped.</source>
        <translation>Der Datenbankserver lässt sich nicht stoppen.</translation>
    </message>
    <message>
        <source>Something starts the database server again.</source>
        <translation>Etwas startet den Datenbankserver wieder.</translation>
    </message>
    <message>
        <source>Switch off what watches over it, then try again.</source>
        <translation>Abschalten, was ihn überwacht, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The database server does not start.</source>
        <translation>Der Datenbankserver startet nicht.</translation>
    </message>
    <message>
        <source>Its log says why.</source>
        <translation>Sein Protokoll sagt, warum.</translation>
    </message>
</context>
<context>
    <name>ServerDump</name>
    <message>
        <source>There is no such table.</source>
        <translation>Es gibt keine solche Tabelle.</translation>
    </message>
    <message>
        <source>Several tables have this name.</source>
        <translation>Mehrere Tabellen haben diesen Namen.</translation>
    </message>
    <message>
        <source>Give its schema too, as in public.orders.</source>
        <translation>Auch ihr Schema angeben, etwa public.orders.</translation>
    </message>
    <message>
        <source>Only %1 of %2 tables: this is no backup that the database could be put back from.</source>
        <translation>Nur %1 von %2 Tabellen: Aus dieser Sicherung lässt sich die Datenbank nicht zurückholen.</translation>
    </message>
    <message>
        <source>It can be restored into another database, beside the live one.</source>
        <translation>Sie kann in eine andere Datenbank neben der laufenden wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Tables that stay out refer to it: %1.</source>
        <translation>Tabellen, die nicht dabei sind, verweisen darauf: %1.</translation>
    </message>
    <message>
        <source>It refers to tables that stay out, and is restored without these foreign keys: %1.</source>
        <translation>Sie verweist auf Tabellen, die nicht dabei sind, und wird ohne diese Fremdschlüssel wiederhergestellt: %1.</translation>
    </message>
    <message>
        <source>The server is PostgreSQL %1, and pg_dump is of %2: an older server may not read the dump.</source>
        <translation>Der Server ist PostgreSQL %1 und pg_dump von %2: Ein älterer Server kann den Dump womöglich nicht lesen.</translation>
    </message>
    <message>
        <source>Install the package postgresql-client-%1.</source>
        <translation>Das Paket postgresql-client-%1 installieren.</translation>
    </message>
    <message>
        <source>This is a standby: unlogged tables are empty in it.</source>
        <translation>Das ist ein Standby: Nicht protokollierte Tabellen sind darin leer.</translation>
    </message>
    <message>
        <source>Back up the primary.</source>
        <translation>Den Primärserver sichern.</translation>
    </message>
    <message>
        <source>Port %1 of the container %2 is not published and is not reached in its network, so the database is reached through the container engine (docker exec).</source>
        <translation>Port %1 des Containers %2 ist nicht veröffentlicht und in seinem Netz nicht erreichbar; die Datenbank wird deshalb über die Container-Engine erreicht (docker exec).</translation>
    </message>
    <message>
        <source>There is no TLS on this way (sslmode=%1 is not used): the bytes go through the engine&apos;s own socket.</source>
        <translation>Auf diesem Weg gibt es kein TLS (sslmode=%1 gilt hier nicht): Die Bytes gehen durch den eigenen Socket der Engine.</translation>
    </message>
</context>
<context>
    <name>ServerPreflight</name>
    <message>
        <source>The dump is of PostgreSQL %1, and the server is %2: it may refuse parts of it.</source>
        <translation>Der Dump ist von PostgreSQL %1 und der Server %2: Er kann Teile davon ablehnen.</translation>
    </message>
    <message>
        <source>If it does, nothing has changed: it is restored into a new database first.</source>
        <translation>Dann hat sich nichts geändert: Zuerst wird in eine neue Datenbank wiederhergestellt.</translation>
    </message>
    <message>
        <source>The role %1 may not create databases.</source>
        <translation>Die Rolle %1 darf keine Datenbanken anlegen.</translation>
    </message>
    <message>
        <source>Have a superuser run: ALTER ROLE %1 CREATEDB</source>
        <translation>Einen Superuser ausführen lassen: ALTER ROLE %1 CREATEDB</translation>
    </message>
    <message>
        <source>The role %1 does not own %2, so it cannot replace it.</source>
        <translation>Der Rolle %1 gehört %2 nicht, also kann sie sie nicht ersetzen.</translation>
    </message>
    <message>
        <source>Connect with the role that owns it, or restore beside it.</source>
        <translation>Mit der Rolle verbinden, der sie gehört, oder daneben wiederherstellen.</translation>
    </message>
    <message>
        <source>The server lacks the extension %1, which the dump needs.</source>
        <translation>Dem Server fehlt die Erweiterung %1, die der Dump braucht.</translation>
    </message>
    <message>
        <source>Install it on the server first.</source>
        <translation>Sie zuerst auf dem Server installieren.</translation>
    </message>
    <message>
        <source>Only a superuser may create the extension %1.</source>
        <translation>Nur ein Superuser darf die Erweiterung %1 anlegen.</translation>
    </message>
    <message>
        <source>Connect as a superuser for this restore.</source>
        <translation>Für diese Wiederherstellung als Superuser verbinden.</translation>
    </message>
    <message>
        <source>The server lacks roles that own parts of the dump: %1.</source>
        <translation>Dem Server fehlen Rollen, denen Teile des Dumps gehören: %1.</translation>
    </message>
    <message>
        <source>Create them first; the file of roles beside the dump has them, without passwords.</source>
        <translation>Sie zuerst anlegen; die Datei mit den Rollen neben dem Dump enthält sie, ohne Passwörter.</translation>
    </message>
    <message>
        <source>Everything will belong to %1, without the rights that others had: %2.</source>
        <translation>Alles wird %1 gehören, ohne die Rechte, die andere hatten: %2.</translation>
    </message>
    <message>
        <source>Connect as a superuser to keep owners and rights.</source>
        <translation>Als Superuser verbinden, um Eigentümer und Rechte zu behalten.</translation>
    </message>
    <message>
        <source>The server lacks the tablespace %1.</source>
        <translation>Dem Server fehlt der Tablespace %1.</translation>
    </message>
    <message>
        <source>Create it first.</source>
        <translation>Ihn zuerst anlegen.</translation>
    </message>
    <message>
        <source>Sessions with %1 will be ended: %2.</source>
        <translation>Sitzungen mit %1 werden beendet: %2.</translation>
    </message>
    <message>
        <source>There is no database %1 now.</source>
        <translation>Es gibt derzeit keine Datenbank %1.</translation>
    </message>
    <message>
        <source>The dump is in %1, and %2 is in %3: text that has no counterpart is refused.</source>
        <translation>Der Dump ist in %1 und %2 in %3: Text ohne Entsprechung wird abgelehnt.</translation>
    </message>
    <message>
        <source>The dumped database sorted by %1, and %2 sorts by %3.</source>
        <translation>Die gesicherte Datenbank sortierte nach %1, und %2 sortiert nach %3.</translation>
    </message>
    <message>
        <source>A dump can hold functions and other code, which runs here as the superuser %1.</source>
        <translation>Ein Dump kann Funktionen und anderen Code enthalten, der hier als Superuser %1 ausgeführt wird.</translation>
    </message>
    <message>
        <source>Go on only where you know who made it; or connect with a role of fewer rights.</source>
        <translation>Nur fortfahren, wenn bekannt ist, wer ihn gemacht hat, oder mit einer Rolle mit weniger Rechten verbinden.</translation>
    </message>
    <message>
        <source>session %1 of %2</source>
        <translation>Sitzung %1 von %2</translation>
    </message>
    <message>
        <source>The role %1 may not end %2, and %3 cannot be replaced meanwhile.</source>
        <translation>Die Rolle %1 darf %2 nicht beenden, und so lange lässt sich %3 nicht ersetzen.</translation>
    </message>
    <message>
        <source>Have them ended, or have a superuser run: GRANT pg_signal_backend TO %1 (sessions of superusers only a superuser may end).</source>
        <translation>Lassen Sie sie beenden, oder ein Superuser führt aus: GRANT pg_signal_backend TO %1 (Sitzungen von Superusern darf nur ein Superuser beenden).</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of the service (%1) end when it is stopped; where one of them stays, all is put back.</source>
        <translation>
            <numerusform>%n Sitzung des Dienstes (%1) endet, wenn er angehalten wird; bleibt sie bestehen, wird alles zurückgenommen.</numerusform>
            <numerusform>%n Sitzungen des Dienstes (%1) enden, wenn er angehalten wird; bleibt eine bestehen, wird alles zurückgenommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerQueries</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The database server</source>
        <translation>Der Datenbankserver</translation>
    </message>
    <message>
        <source>Sessions of the server</source>
        <translation>Sitzungen des Servers</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Wer auf wen wartet</translation>
    </message>
    <message>
        <source>Replication and WAL archiving</source>
        <translation>Replikation und WAL-Archivierung</translation>
    </message>
    <message>
        <source>Maintenance that runs</source>
        <translation>Laufende Wartung</translation>
    </message>
    <message>
        <source>%1 has no database on a server.</source>
        <translation>%1 hat keine Datenbank auf einem Server.</translation>
    </message>
    <message>
        <source>%1 has several databases on a server.</source>
        <translation>%1 hat mehrere Datenbanken auf einem Server.</translation>
    </message>
    <message>
        <source>%1 has no database %2 on a server.</source>
        <translation>%1 hat keine Datenbank %2 auf einem Server.</translation>
    </message>
    <message>
        <source>Name one of: %1.</source>
        <translation>Eine davon nennen: %1.</translation>
    </message>
    <message>
        <source>Test the connection to a database</source>
        <translation>Die Verbindung zu einer Datenbank prüfen</translation>
    </message>
    <message>
        <source>Pools of PgBouncer</source>
        <translation>Pools von PgBouncer</translation>
    </message>
    <message>
        <source>The database server at a glance</source>
        <translation>Der Datenbankserver auf einen Blick</translation>
    </message>
    <message>
        <source>Sizes of databases, schemas, tables and indexes</source>
        <translation>Größen von Datenbanken, Schemas, Tabellen und Indizes</translation>
    </message>
</context>
<context>
    <name>ServerRestore</name>
    <message>
        <source>The service has no such database.</source>
        <translation>Der Dienst hat keine solche Datenbank.</translation>
    </message>
    <message>
        <source>Give the name of a database that is not there yet.</source>
        <translation>Den Namen einer Datenbank angeben, die es noch nicht gibt.</translation>
    </message>
    <message>
        <source>There is a database of this name already.</source>
        <translation>Es gibt bereits eine Datenbank dieses Namens.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The backup holds only some tables of %1; in its place all others would be gone.</source>
        <translation>Die Sicherung enthält nur einige Tabellen von %1; an ihrer Stelle wären alle anderen weg.</translation>
    </message>
    <message>
        <source>Restore it beside the live one, with --into and the name of a new database.</source>
        <translation>Sie neben der laufenden wiederherstellen, mit --into und dem Namen einer neuen Datenbank.</translation>
    </message>
    <message>
        <source>It is restored without foreign keys to tables that it does not hold: %1.</source>
        <translation>Sie wird ohne Fremdschlüssel auf Tabellen wiederhergestellt, die sie nicht enthält: %1.</translation>
    </message>
    <message>
        <source>About %1 are needed on the server; what it has free cannot be seen from here.</source>
        <translation>Auf dem Server werden etwa %1 gebraucht; was er frei hat, ist von hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and %3 are needed.</source>
        <translation>%1 hat %2 frei, gebraucht werden %3.</translation>
    </message>
    <message>
        <source>Make room, then plan this again.</source>
        <translation>Platz schaffen, dann neu planen.</translation>
    </message>
    <message>
        <source>%1 cannot be read now, so it is not known what would go.</source>
        <translation>%1 kann jetzt nicht gelesen werden, deshalb ist nicht bekannt, was verloren ginge.</translation>
    </message>
    <message>
        <source>Everything that was written to %1 since %2</source>
        <translation>Alles, was seit %2 in %1 geschrieben wurde</translation>
    </message>
    <message>
        <source>%1 rows of %2 that the backup does not have</source>
        <translation>%1 Zeilen von %2, die die Sicherung nicht hat</translation>
    </message>
    <message>
        <source>The dump holds none of the tables of %1: it was made of another database, %2.</source>
        <translation>Der Dump enthält keine der Tabellen von %1: Er wurde von einer anderen Datenbank gemacht, %2.</translation>
    </message>
    <message numerus="yes">
        <source>The dump lacks %n table(s) that %1 has: %2.</source>
        <translation>
            <numerusform>Dem Dump fehlt %n Tabelle, die %1 hat: %2.</numerusform>
            <numerusform>Dem Dump fehlen %n Tabellen, die %1 hat: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on only where it is the right file: all that %1 holds now is replaced by it.</source>
        <translation>Fahren Sie nur fort, wenn es die richtige Datei ist: Alles, was %1 jetzt enthält, wird durch sie ersetzt.</translation>
    </message>
</context>
<context>
    <name>ServerRows</name>
    <message>
        <source>Not known yet: the table was never analysed.</source>
        <translation>Noch nicht bekannt: Die Tabelle wurde nie analysiert.</translation>
    </message>
    <message>
        <source>waits for a lock</source>
        <translation>wartet auf eine Sperre</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>idle in transaction</source>
        <translation>untätig in Transaktion</translation>
    </message>
    <message>
        <source>over the socket</source>
        <translation>über den Socket</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 active, %2 idle in transaction</source>
        <translation>%1 aktiv, %2 untätig in Transaktion</translation>
    </message>
    <message>
        <source>Longest transaction</source>
        <translation>Längste Transaktion</translation>
    </message>
    <message>
        <source>None is open</source>
        <translation>Keine offen</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) wait for a lock</source>
        <translation>
            <numerusform>%n Sitzung wartet auf eine Sperre</numerusform>
            <numerusform>%n Sitzungen warten auf eine Sperre</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody waits for a lock</source>
        <translation>niemand wartet auf eine Sperre</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>%1 of shared buffers</source>
        <translation>%1 gemeinsamer Puffer</translation>
    </message>
    <message>
        <source>%1 of temporary files</source>
        <translation>%1 temporäre Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>up %1, %2</source>
        <translation>läuft %1, %2</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
    <message>
        <source>A standby</source>
        <translation>Ein Standby</translation>
    </message>
    <message>
        <source>receives nothing</source>
        <translation>empfängt nichts</translation>
    </message>
    <message>
        <source>%1, %2 behind</source>
        <translation>%1, %2 zurück</translation>
    </message>
    <message>
        <source>No replica</source>
        <translation>Keine Replik</translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s)</source>
        <translation>
            <numerusform>%n Replik</numerusform>
            <numerusform>%n Repliken</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 zurück</translation>
    </message>
    <message>
        <source>slot %1 keeps WAL for nobody</source>
        <translation>Slot %1 hält WAL für niemanden</translation>
    </message>
    <message>
        <source>WAL archive</source>
        <translation>WAL-Archiv</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>no return to a point in time</source>
        <translation>keine Rückkehr zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Scheitert</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>nothing was archived yet</source>
        <translation>noch nichts archiviert</translation>
    </message>
    <message>
        <source>last at %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Pooler</source>
        <translation>Pooler</translation>
    </message>
    <message>
        <source>None is known</source>
        <translation>Keiner bekannt</translation>
    </message>
    <message>
        <source>the service connects itself</source>
        <translation>der Dienst verbindet sich selbst</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>%1 clients, %2 waiting</source>
        <translation>%1 Clients, %2 wartend</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Holds up</source>
        <translation>Hält auf</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows, about</source>
        <translation>Zeilen, etwa</translation>
    </message>
    <message>
        <source>Table itself</source>
        <translation>Tabelle selbst</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>TOAST</source>
        <translation>TOAST</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Bloat, about</source>
        <translation>Aufgebläht, etwa</translation>
    </message>
    <message>
        <source>Vacuumed</source>
        <translation>VACUUM</translation>
    </message>
    <message>
        <source>not visible</source>
        <translation>nicht sichtbar</translation>
    </message>
    <message>
        <source>the rest needs pg_monitor</source>
        <translation>mehr nur mit pg_monitor</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of other roles not visible: needs pg_monitor</source>
        <translation>
            <numerusform>%n Sitzung anderer Rollen nicht sichtbar: dafür braucht es pg_monitor</numerusform>
            <numerusform>%n Sitzungen anderer Rollen nicht sichtbar: dafür braucht es pg_monitor</numerusform>
        </translation>
    </message>
    <message>
        <source>not known: needs pg_monitor</source>
        <translation>nicht bekannt: dafür braucht es pg_monitor</translation>
    </message>
    <message>
        <source>lag not known: needs pg_monitor</source>
        <translation>Rückstand nicht bekannt: dafür braucht es pg_monitor</translation>
    </message>
    <message>
        <source>it does not tell how far it is</source>
        <translation>wie weit er ist, sagt er nicht</translation>
    </message>
</context>
<context>
    <name>ServiceActions</name>
    <message>
        <source>Pilothouse does not know how %1 is started or stopped.</source>
        <translation>Pilothouse weiß nicht, wie %1 gestartet oder gestoppt wird.</translation>
    </message>
    <message>
        <source>Choose its container or command in the settings of the instance.</source>
        <translation>In den Einstellungen der Instanz ihren Container oder Befehl wählen.</translation>
    </message>
    <message>
        <source>Create it again, or choose another container in the settings of the instance.</source>
        <translation>Neu anlegen oder in den Einstellungen der Instanz einen anderen Container wählen.</translation>
    </message>
    <message>
        <source>It does not run now.</source>
        <translation>Er läuft jetzt nicht.</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
    <message>
        <source>Nobody can use %1 until it is started again.</source>
        <translation>Niemand kann %1 benutzen, bis er wieder gestartet ist.</translation>
    </message>
    <message>
        <source>Its restart policy “always” starts it again when the container engine itself restarts.</source>
        <translation>Seine Neustartregel „always“ startet ihn wieder, wenn die Container-Engine selbst neu startet.</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>The service did not run before it was stopped; there is nothing to put back.</source>
        <translation>Der Dienst lief vor dem Stoppen nicht; es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>The service ran before it was started; there is nothing to put back.</source>
        <translation>Der Dienst lief vor dem Start schon; es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Seconds until it is killed</source>
        <translation>Sekunden bis zum gewaltsamen Ende</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Status of the service</source>
        <translation>Status des Dienstes</translation>
    </message>
    <message>
        <source>What the service uses</source>
        <translation>Was der Dienst verbraucht</translation>
    </message>
    <message>
        <source>%1 can start it again by itself.</source>
        <translation>%1 kann ihn von selbst wieder starten.</translation>
    </message>
    <message>
        <source>Stop that unit as well where it must stay stopped.</source>
        <translation>Auch diese Unit stoppen, wenn er gestoppt bleiben muss.</translation>
    </message>
    <message>
        <source>Ports and connections of the service</source>
        <translation>Ports und Verbindungen des Dienstes</translation>
    </message>
    <message>
        <source>%1 is running already, but its health check fails: look at its log, or restart it.</source>
        <translation>%1 läuft bereits, aber die Gesundheitsprüfung scheitert: das Log ansehen oder neu starten.</translation>
    </message>
    <message>
        <source>%1 is starting already; nothing was done.</source>
        <translation>%1 startet bereits; nichts wurde getan.</translation>
    </message>
    <message>
        <source>%1 is running already; nothing was done.</source>
        <translation>%1 läuft bereits; nichts wurde getan.</translation>
    </message>
    <message>
        <source>%1 is stopped already; nothing was done.</source>
        <translation>%1 ist bereits angehalten; nichts wurde getan.</translation>
    </message>
</context>
<context>
    <name>ServiceAddVariablesStep</name>
    <message>
        <source>Start %1 with %2 from now on</source>
        <translation>%1 von nun an mit %2 starten</translation>
    </message>
    <message>
        <source>Start %1 without our %2 from now on</source>
        <translation>%1 ab jetzt ohne unser %2 starten</translation>
    </message>
</context>
<context>
    <name>ServiceAddress</name>
    <message>
        <source>Nothing says where this service listens: the instance is only files.</source>
        <translation>Nichts sagt, wo dieser Dienst lauscht: Die Instanz besteht nur aus Dateien.</translation>
    </message>
    <message>
        <source>Set the health address of the instance.</source>
        <translation>Geben Sie die Gesundheitsadresse der Instanz an.</translation>
    </message>
</context>
<context>
    <name>ServiceExchangeStep</name>
    <message>
        <source>Keep the container as %1 and bring back %2</source>
        <translation>Den Container als %1 aufheben und %2 zurückholen</translation>
    </message>
    <message>
        <source>There is no such container.</source>
        <translation>Diesen Container gibt es nicht.</translation>
    </message>
    <message>
        <source>The container still runs.</source>
        <translation>Der Container läuft noch.</translation>
    </message>
</context>
<context>
    <name>ServiceFacts</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Restarts again and again</source>
        <translation>Startet immer wieder neu</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation>seit %1, %2</translation>
    </message>
    <message>
        <source>Health answer</source>
        <translation>Gesundheitsantwort</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>%1 in under 1 ms</source>
        <translation>%1 in unter 1 ms</translation>
    </message>
    <message>
        <source>%1 after %2 ms</source>
        <translation>%1 nach %2 ms</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1, not as expected</source>
        <translation>%1, nicht wie erwartet</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message numerus="yes">
        <source>for %1, %n time(s) in a row</source>
        <translation>
            <numerusform>seit %1, %n Mal in Folge</numerusform>
            <numerusform>seit %1, %n Mal in Folge</numerusform>
        </translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Own health check</source>
        <translation>Eigene Gesundheitsprüfung</translation>
    </message>
    <message>
        <source>The container has none</source>
        <translation>Der Container hat keine</translation>
    </message>
    <message>
        <source>How it is checked</source>
        <translation>Wie geprüft wird</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message numerus="yes">
        <source>within %1, %n tries</source>
        <translation>
            <numerusform>innerhalb %1, %n Versuch</numerusform>
            <numerusform>innerhalb %1, %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Last exit</source>
        <translation>Letztes Ende</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>before this run</source>
        <translation>vor diesem Lauf</translation>
    </message>
    <message>
        <source>since it was made</source>
        <translation>seit er erstellt wurde</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>Speicher reichte nicht</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) in 2 days</source>
        <translation>
            <numerusform>%n Start in 2 Tagen</numerusform>
            <numerusform>%n Starts in 2 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>removes itself when it stops</source>
        <translation>entfernt sich beim Anhalten</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Speichermangel</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>in the last 2 days</source>
        <translation>in den letzten 2 Tagen</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>it needed more than it may use</source>
        <translation>er brauchte mehr, als er darf</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n Mal</numerusform>
            <numerusform>%n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Listens on</source>
        <translation>Lauscht auf</translation>
    </message>
    <message>
        <source>No port</source>
        <translation>Kein Port</translation>
    </message>
    <message>
        <source>every address</source>
        <translation>jeder Adresse</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>er läuft nicht</translation>
    </message>
    <message>
        <source>Cannot be seen</source>
        <translation>Nicht zu sehen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>from %n address(es)</source>
        <translation>
            <numerusform>von %n Adresse</numerusform>
            <numerusform>von %n Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>right now</source>
        <translation>im Moment</translation>
    </message>
</context>
<context>
    <name>ServiceFenceStep</name>
    <message>
        <source>Keep %1 from being started by anything else</source>
        <translation>%1 davor schützen, von anderem gestartet zu werden</translation>
    </message>
</context>
<context>
    <name>ServiceMetrics</name>
    <message>
        <source>The page has none of the metrics that the profile knows: %1.</source>
        <translation>Die Seite hat keine der Metriken, die das Profil kennt: %1.</translation>
    </message>
</context>
<context>
    <name>ServiceNewSecretStep</name>
    <message>
        <source>Give %1 a new random %2</source>
        <translation>%1 ein neues zufälliges %2 geben</translation>
    </message>
    <message>
        <source>Give %1 its old %2 again</source>
        <translation>%1 sein altes %2 wiedergeben</translation>
    </message>
    <message>
        <source>The service takes its secrets from another file now.</source>
        <translation>Der Dienst nimmt seine Geheimnisse jetzt aus einer anderen Datei.</translation>
    </message>
    <message>
        <source>%1 (the secret before)</source>
        <translation>%1 (das Geheimnis davor)</translation>
    </message>
</context>
<context>
    <name>ServiceRecreateStep</name>
    <message>
        <source>Another container has this name, and Pilothouse has not made it.</source>
        <translation>Ein anderer Container hat diesen Namen, und Pilothouse hat ihn nicht angelegt.</translation>
    </message>
    <message>
        <source>Rename or remove it, then put back again.</source>
        <translation>Umbenennen oder entfernen, dann noch einmal zurückholen.</translation>
    </message>
    <message>
        <source>Keep the container as %1 and make it again with %2</source>
        <translation>Den Container als %1 aufheben und mit %2 neu anlegen</translation>
    </message>
    <message>
        <source>There is no such container.</source>
        <translation>Diesen Container gibt es nicht.</translation>
    </message>
    <message>
        <source>The container still runs.</source>
        <translation>Der Container läuft noch.</translation>
    </message>
    <message>
        <source>There is a container of this name already.</source>
        <translation>Einen Container dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>The name means another image than it did a moment ago.</source>
        <translation>Der Name meint ein anderes Image als eben noch.</translation>
    </message>
    <message>
        <source>Find out what has moved it, then plan this again.</source>
        <translation>Herausfinden, was ihn verschoben hat, dann neu planen.</translation>
    </message>
    <message>
        <source>The container engine did not make the same container again.</source>
        <translation>Die Container-Engine hat nicht den gleichen Container angelegt.</translation>
    </message>
    <message>
        <source>Make it by hand with the new image.</source>
        <translation>Von Hand mit dem neuen Image anlegen.</translation>
    </message>
    <message>
        <source>The container %1 (the service as it was)</source>
        <translation>Der Container %1 (der Dienst, wie er war)</translation>
    </message>
    <message>
        <source>a new %1</source>
        <translation>einem neuen %1</translation>
    </message>
</context>
<context>
    <name>ServiceRestartStep</name>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
</context>
<context>
    <name>ServiceRuntime</name>
    <message>
        <source>Pilothouse cannot add a variable to a service that runs this way.</source>
        <translation>Pilothouse kann einem Dienst, der so läuft, keine Variable hinzufügen.</translation>
    </message>
    <message>
        <source>Set it where the service is defined, and restart the service.</source>
        <translation>Sie dort setzen, wo der Dienst beschrieben ist, und ihn neu starten.</translation>
    </message>
</context>
<context>
    <name>ServiceSockets</name>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>The process of the service cannot be seen from here.</source>
        <translation>Der Prozess des Dienstes ist von hier aus nicht zu sehen.</translation>
    </message>
    <message>
        <source>Run Pilothouse on the machine where it runs.</source>
        <translation>Pilothouse auf dem Rechner ausführen, auf dem er läuft.</translation>
    </message>
    <message>
        <source>This user may not see which sockets the service has.</source>
        <translation>Dieser Benutzer darf nicht sehen, welche Sockets der Dienst hat.</translation>
    </message>
    <message>
        <source>Run Pilothouse as the user of the service, or as root.</source>
        <translation>Pilothouse als Benutzer des Dienstes oder als root ausführen.</translation>
    </message>
    <message>
        <source>The service has no process whose sockets could be seen.</source>
        <translation>Der Dienst hat keinen Prozess, dessen Sockets zu sehen wären.</translation>
    </message>
</context>
<context>
    <name>ServiceStartStep</name>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
</context>
<context>
    <name>ServiceStopStep</name>
    <message>
        <source>Stop %1</source>
        <translation>%1 stoppen</translation>
    </message>
</context>
<context>
    <name>ServiceUnfenceStep</name>
    <message>
        <source>Let %1 be started by others again</source>
        <translation>%1 wieder von anderen starten lassen</translation>
    </message>
</context>
<context>
    <name>ServiceWaitHealthyStep</name>
    <message>
        <source>Wait until %1 is healthy</source>
        <translation>Warten, bis %1 gesund ist</translation>
    </message>
    <message>
        <source>The service has ended.</source>
        <translation>Der Dienst ist beendet.</translation>
    </message>
    <message>
        <source>The service is not up: %1.</source>
        <translation>Der Dienst läuft nicht: %1.</translation>
    </message>
    <message>
        <source>The container says that it is %1.</source>
        <translation>Der Container meldet: %1.</translation>
    </message>
    <message>
        <source>Read the log of the service from its last start on.</source>
        <translation>Das Log des Dienstes ab seinem letzten Start lesen.</translation>
    </message>
    <message>
        <source>Not healthy after %1 s. Last: %2</source>
        <translation>Nach %1 s nicht gesund. Zuletzt: %2</translation>
    </message>
    <message>
        <source>Waiting was cancelled.</source>
        <translation>Das Warten wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>ServiceWindow</name>
    <message>
        <source>%1 is in use by %2.</source>
        <translation>%1 ist in Benutzung durch %2.</translation>
    </message>
    <message>
        <source>Stop it, then plan this again.</source>
        <translation>Stoppen, dann neu planen.</translation>
    </message>
    <message>
        <source>Not all processes can be seen, so somebody may have the databases open.</source>
        <translation>Nicht alle Prozesse sind sichtbar; vielleicht hat jemand die Datenbanken offen.</translation>
    </message>
    <message>
        <source>Make sure that the service is stopped, or run this as root.</source>
        <translation>Sicherstellen, dass der Dienst gestoppt ist, oder dies als root ausführen.</translation>
    </message>
    <message>
        <source>It cannot be seen whether the service runs.</source>
        <translation>Ob der Dienst läuft, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The container was started with --rm: stopping it would delete it.</source>
        <translation>Der Container wurde mit --rm gestartet: beim Stoppen würde er gelöscht.</translation>
    </message>
    <message>
        <source>Create it again without --rm, with a restart policy.</source>
        <translation>Ohne --rm und mit einer Neustartregel neu anlegen.</translation>
    </message>
    <message>
        <source>The service is paused: it could not end by itself and would be killed.</source>
        <translation>Der Dienst ist angehalten: er könnte nicht selbst enden und würde gewaltsam beendet.</translation>
    </message>
    <message>
        <source>Let it go on first.</source>
        <translation>Zuerst weiterlaufen lassen.</translation>
    </message>
</context>
<context>
    <name>ServiceWord</name>
    <message>
        <source>the service</source>
        <translation>der Dienst</translation>
    </message>
    <message>
        <source>Pilothouse cannot start or stop this service.</source>
        <translation>Pilothouse kann diesen Dienst nicht starten oder stoppen.</translation>
    </message>
    <message>
        <source>The service was stopped, but something started it again at once.</source>
        <translation>Der Dienst wurde gestoppt, aber etwas hat ihn sofort wieder gestartet.</translation>
    </message>
    <message>
        <source>Find what supervises it and stop that first.</source>
        <translation>Herausfinden, was ihn überwacht, und das zuerst stoppen.</translation>
    </message>
    <message>
        <source>The operation was cancelled after the service had stopped.</source>
        <translation>Der Vorgang wurde abgebrochen, nachdem der Dienst gestoppt war.</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>End all sessions of %1</source>
        <translation>Alle Sitzungen von %1 beenden</translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation>Alle Sitzungen beenden</translation>
    </message>
    <message>
        <source>Every sign-in: all users must sign in again, in every browser and app.</source>
        <translation>Jede Anmeldung: Alle müssen sich neu anmelden, in jedem Browser und jeder App.</translation>
    </message>
    <message>
        <source>The secret stands in the command of the service (%1).</source>
        <translation>Das Geheimnis steht im Befehl des Dienstes (%1).</translation>
    </message>
    <message>
        <source>Change it there and restart, or better: remove it from the command and set %1 in its environment.</source>
        <translation>Es dort ändern und neu starten, oder besser: es aus dem Befehl nehmen und %1 in der Umgebung setzen.</translation>
    </message>
    <message>
        <source>Only a restart ended the sessions; the secret before was in no place from which it could come back.</source>
        <translation>Nur ein Neustart hat die Sitzungen beendet; das Geheimnis davor lag an keinem Ort, von dem es zurückkommen könnte.</translation>
    </message>
    <message>
        <source>Put the secret of %1 back</source>
        <translation>Das Geheimnis von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Put the old secret back</source>
        <translation>Altes Geheimnis zurücksetzen</translation>
    </message>
    <message>
        <source>Sign-ins since then end; those from before are good again, as long as their time is not over.</source>
        <translation>Anmeldungen seither enden; die von davor gelten wieder, solange ihre Zeit nicht um ist.</translation>
    </message>
    <message>
        <source>The profile of this service does not say how its sessions end.</source>
        <translation>Das Profil dieses Dienstes sagt nicht, wie seine Sitzungen enden.</translation>
    </message>
    <message>
        <source>Sessions end with a restart, and Pilothouse does not know how this service is started.</source>
        <translation>Sitzungen enden mit einem Neustart, und Pilothouse weiß nicht, wie dieser Dienst gestartet wird.</translation>
    </message>
    <message>
        <source>Choose its container, unit or command in the settings of the instance.</source>
        <translation>In den Einstellungen der Instanz seinen Container, seine Unit oder seinen Befehl wählen.</translation>
    </message>
    <message>
        <source>%1 is not set: the service makes a new one at each start, so a restart is enough.</source>
        <translation>%1 ist nicht gesetzt: Der Dienst macht bei jedem Start ein neues, ein Neustart genügt also.</translation>
    </message>
    <message>
        <source>The service does not run, so there is no session.</source>
        <translation>Der Dienst läuft nicht, also gibt es keine Sitzung.</translation>
    </message>
    <message>
        <source>The container was started with --rm: stopping it would delete it.</source>
        <translation>Der Container wurde mit --rm gestartet: beim Stoppen würde er gelöscht.</translation>
    </message>
    <message>
        <source>Create it again without --rm, with a restart policy.</source>
        <translation>Ohne --rm und mit einer Neustartregel neu anlegen.</translation>
    </message>
    <message>
        <source>%1 is set: it gets a new random value, which is told nowhere.</source>
        <translation>%1 ist gesetzt: Es bekommt einen neuen zufälligen Wert, der nirgends genannt wird.</translation>
    </message>
    <message numerus="yes">
        <source>Without this, tokens stay good for up to %n day(s).</source>
        <translation>
            <numerusform>Sonst gelten Token noch bis zu %n Tag.</numerusform>
            <numerusform>Sonst gelten Token noch bis zu %n Tage.</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret before is kept where only this user can read it, for an undo.</source>
        <translation>Das Geheimnis davor wird zum Zurücknehmen so aufbewahrt, dass nur dieser Benutzer es lesen kann.</translation>
    </message>
    <message>
        <source>The old secret is no longer kept.</source>
        <translation>Das alte Geheimnis ist nicht mehr aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>SqlShape</name>
    <message>
        <source>a SELECT was expected, not &quot;%1&quot;</source>
        <translation>ein SELECT wurde erwartet, nicht &quot;%1&quot;</translation>
    </message>
    <message>
        <source>one statement without a semicolon was expected</source>
        <translation>eine Anweisung ohne Semikolon wurde erwartet</translation>
    </message>
    <message>
        <source>parentheses that match were expected</source>
        <translation>zusammengehörende Klammern wurden erwartet</translation>
    </message>
    <message>
        <source>parameters written :name were expected, not &quot;%1&quot;</source>
        <translation>Parameter der Form :name wurden erwartet, nicht &quot;%1&quot;</translation>
    </message>
    <message>
        <source>closed quotes and parentheses were expected</source>
        <translation>geschlossene Anführungszeichen und Klammern wurden erwartet</translation>
    </message>
    <message>
        <source>a SELECT was expected</source>
        <translation>ein SELECT wurde erwartet</translation>
    </message>
</context>
<context>
    <name>SqlitePages</name>
    <message>
        <source>The damaged file cannot be read.</source>
        <translation>Die beschädigte Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file holds no page of a SQLite database.</source>
        <translation>Die Datei enthält keine Seite einer SQLite-Datenbank.</translation>
    </message>
</context>
<context>
    <name>SqliteSalvage</name>
    <message>
        <source>A part of the schema cannot be read; tables may be missing.</source>
        <translation>Ein Teil des Schemas ist nicht lesbar; Tabellen können fehlen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>The new file cannot be made.</source>
        <translation>Die neue Datei kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The virtual table %1 was not carried over.</source>
        <translation>Die virtuelle Tabelle %1 wurde nicht übernommen.</translation>
    </message>
    <message>
        <source>The table %1 could not be made: %2</source>
        <translation>Die Tabelle %1 konnte nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be made: %2</source>
        <translation>%1 konnte nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>Rows whose table is not known are in %1.</source>
        <translation>Zeilen, deren Tabelle nicht bekannt ist, stehen in %1.</translation>
    </message>
</context>
<context>
    <name>StateLocation</name>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>This is not a folder.</source>
        <translation>Dies ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is no home folder to keep the state in.</source>
        <translation>Es gibt keinen Heimordner für den eigenen Zustand.</translation>
    </message>
    <message>
        <source>Set HOME, or name a folder with --state-dir.</source>
        <translation>HOME setzen oder mit --state-dir einen Ordner nennen.</translation>
    </message>
</context>
<context>
    <name>StateStore</name>
    <message>
        <source>A newer Pilothouse wrote this state file.</source>
        <translation>Ein neueres Pilothouse hat diese Zustandsdatei geschrieben.</translation>
    </message>
    <message>
        <source>Use that version, or another --state-dir.</source>
        <translation>Jene Version oder ein anderes --state-dir verwenden.</translation>
    </message>
    <message>
        <source>The program&apos;s own state cannot be read or written.</source>
        <translation>Der eigene Zustand des Programms kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Move the file away; instances can be added again, backups are not lost.</source>
        <translation>Die Datei wegbewegen; Instanzen lassen sich neu hinzufügen, Sicherungen gehen nicht verloren.</translation>
    </message>
    <message>
        <source>The state file %1 cannot be opened.</source>
        <translation>Die Zustandsdatei %1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The state file has gone.</source>
        <translation>Die Zustandsdatei ist verschwunden.</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Needs you</source>
        <translation>Braucht Eingriff</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Backup stale</source>
        <translation>Sicherung veraltet</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Trifft nicht zu</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Zu wissen</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Im Weg</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
</context>
<context>
    <name>SystemdRuntime</name>
    <message>
        <source>systemd cannot be asked here.</source>
        <translation>systemd kann hier nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Run Pilothouse on the machine where the unit is, outside of containers.</source>
        <translation>Pilothouse auf dem Rechner der Unit ausführen, außerhalb von Containern.</translation>
    </message>
    <message>
        <source>systemd refused: systemctl %1.</source>
        <translation>systemd hat abgelehnt: systemctl %1.</translation>
    </message>
    <message>
        <source>Read the unit&apos;s journal; for a unit of the machine run Pilothouse as root.</source>
        <translation>Das Journal der Unit lesen; für eine Unit des Rechners Pilothouse als root ausführen.</translation>
    </message>
    <message>
        <source>Pilothouse keeps it from being started.</source>
        <translation>Pilothouse hält ihn vom Starten ab.</translation>
    </message>
    <message>
        <source>The unit does not run.</source>
        <translation>Die Unit läuft nicht.</translation>
    </message>
    <message>
        <source>This user may not read the environment files of the unit.</source>
        <translation>Dieser Benutzer darf die Umgebungsdateien der Unit nicht lesen.</translation>
    </message>
    <message>
        <source>Run Pilothouse as root, or as a user who may read them.</source>
        <translation>Pilothouse als root oder als Benutzer ausführen, der sie lesen darf.</translation>
    </message>
    <message>
        <source>The unit did not end in time.</source>
        <translation>Die Unit endete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Waiting was cancelled; the unit was asked to end and may still do so.</source>
        <translation>Das Warten wurde abgebrochen; die Unit wurde gebeten zu enden und kann das noch tun.</translation>
    </message>
    <message>
        <source>The unit is masked; run “%1” first.</source>
        <translation>Die Unit ist maskiert; zuerst „%1“ ausführen.</translation>
    </message>
    <message>
        <source>For a unit of the machine run Pilothouse as root.</source>
        <translation>Für eine Unit des Rechners Pilothouse als root ausführen.</translation>
    </message>
    <message>
        <source>systemd does not take the fence of this unit.</source>
        <translation>systemd übernimmt die Sperre dieser Unit nicht.</translation>
    </message>
    <message>
        <source>Check that drop-ins in %1 are read.</source>
        <translation>Prüfen, ob Drop-ins in %1 gelesen werden.</translation>
    </message>
    <message>
        <source>It was killed because it needed more memory than it may use.</source>
        <translation>Er wurde beendet, weil er mehr Speicher brauchte, als er nutzen darf.</translation>
    </message>
    <message>
        <source>It did not start or end within its time and was killed.</source>
        <translation>Er startete oder endete nicht innerhalb seiner Zeit und wurde getötet.</translation>
    </message>
    <message>
        <source>It failed too often in a short time; systemd no longer starts it.</source>
        <translation>Er scheiterte zu oft in kurzer Zeit; systemd startet ihn nicht mehr.</translation>
    </message>
    <message>
        <source>It was killed because it gave no sign of life within its time.</source>
        <translation>Er wurde getötet, weil er innerhalb seiner Zeit kein Lebenszeichen gab.</translation>
    </message>
    <message>
        <source>It was killed (exit code 137).</source>
        <translation>Er wurde getötet (Exit-Code 137).</translation>
    </message>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>Er endete mit Exit-Code %1.</translation>
    </message>
    <message>
        <source>systemd says: %1.</source>
        <translation>systemd sagt: %1.</translation>
    </message>
    <message>
        <source>There is no unit “%1”.</source>
        <translation>Es gibt keine Unit „%1“.</translation>
    </message>
    <message>
        <source>systemd tells no state that Pilothouse knows.</source>
        <translation>systemd nennt keinen Zustand, den Pilothouse kennt.</translation>
    </message>
    <message>
        <source>The unit is masked: nothing can start it.</source>
        <translation>Die Unit ist maskiert: Nichts kann sie starten.</translation>
    </message>
    <message>
        <source>systemd cannot read the file of the unit.</source>
        <translation>systemd kann die Datei der Unit nicht lesen.</translation>
    </message>
    <message>
        <source>It is ending.</source>
        <translation>Er endet gerade.</translation>
    </message>
    <message>
        <source>It was not started: a condition of the unit does not hold.</source>
        <translation>Er wurde nicht gestartet: Eine Bedingung der Unit trifft nicht zu.</translation>
    </message>
</context>
<context>
    <name>TimerUnits</name>
    <message>
        <source>systemd refused: systemctl %1.</source>
        <translation>systemd hat abgelehnt: systemctl %1.</translation>
    </message>
    <message>
        <source>Without a user&apos;s systemd choose cron: --cron.</source>
        <translation>Ohne ein systemd des Benutzers wählen Sie cron: --cron.</translation>
    </message>
    <message>
        <source>For a timer of the machine run Pilothouse as root.</source>
        <translation>Für einen Timer der Maschine starten Sie Pilothouse als root.</translation>
    </message>
</context>
<context>
    <name>ToolAccess</name>
    <message>
        <source>A password cannot have a line break in it.</source>
        <translation>Ein Passwort kann keinen Zeilenumbruch enthalten.</translation>
    </message>
</context>
<context>
    <name>ToolLocator</name>
    <message>
        <source>“%1” is not the name of a program.</source>
        <translation>„%1“ ist kein Name eines Programms.</translation>
    </message>
    <message>
        <source>This program is not installed.</source>
        <translation>Dieses Programm ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it, or put it in one of: %1.</source>
        <translation>Installieren oder hier ablegen: %1.</translation>
    </message>
</context>
<context>
    <name>TroubleChecks</name>
    <message>
        <source>State of the service</source>
        <translation>Zustand des Dienstes</translation>
    </message>
    <message>
        <source>Last lines of the log</source>
        <translation>Letzte Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Required environment variables</source>
        <translation>Nötige Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>The service can write its data</source>
        <translation>Der Dienst kann seine Daten schreiben</translation>
    </message>
    <message>
        <source>Permissions of the data</source>
        <translation>Rechte der Daten</translation>
    </message>
    <message>
        <source>Integrity of the databases</source>
        <translation>Unversehrtheit der Datenbanken</translation>
    </message>
    <message>
        <source>Space on the disk</source>
        <translation>Platz auf der Platte</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>WebSocket handshake</source>
        <translation>WebSocket-Handschlag</translation>
    </message>
    <message>
        <source>Only files are known of this instance, no service.</source>
        <translation>Von dieser Instanz sind nur Dateien bekannt, kein Dienst.</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, restarted %n time(s)</source>
        <translation>
            <numerusform>%1, %n-mal neu gestartet</numerusform>
            <numerusform>%1, %n-mal neu gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends and is started again and again; the log before each end says why.</source>
        <translation>Er endet und wird immer wieder gestartet; das Protokoll vor jedem Ende sagt, warum.</translation>
    </message>
    <message>
        <source>Running, but the container&apos;s own health check fails</source>
        <translation>Läuft, aber die eigene Prüfung des Containers schlägt fehl</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>%n-mal neu gestartet</numerusform>
            <numerusform>%n-mal neu gestartet</numerusform>
        </translation>
    </message>
    <message>
        <source>The kernel ended it for want of memory. Raise its limit, or find what uses so much.</source>
        <translation>Der Kernel hat ihn aus Mangel an Speicher beendet. Die Grenze erhöhen oder suchen, was so viel braucht.</translation>
    </message>
    <message>
        <source>It was killed from outside: by a stop that took too long, or for want of memory.</source>
        <translation>Er wurde von außen abgebrochen: weil ein Anhalten zu lange dauerte oder Speicher fehlte.</translation>
    </message>
    <message>
        <source>It ended by itself; the last lines of its log say why.</source>
        <translation>Er hat sich selbst beendet; die letzten Zeilen des Protokolls sagen, warum.</translation>
    </message>
    <message>
        <source>The container or unit is gone. Make it again, or correct the instance.</source>
        <translation>Container oder Unit ist weg. Neu anlegen oder die Instanz berichtigen.</translation>
    </message>
    <message>
        <source>This line stands in the log where a start fails. Mend what it names, then start again.</source>
        <translation>Diese Zeile steht im Protokoll, wo ein Start scheitert. Beheben, was sie nennt, dann neu starten.</translation>
    </message>
    <message>
        <source>The last error in the log.</source>
        <translation>Der letzte Fehler im Protokoll.</translation>
    </message>
    <message numerus="yes">
        <source>No error in the last %n record(s)</source>
        <translation>
            <numerusform>Kein Fehler im letzten Eintrag</numerusform>
            <numerusform>Kein Fehler in den letzten %n Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Set, but empty</source>
        <translation>Gesetzt, aber leer</translation>
    </message>
    <message>
        <source>Everything that is required is set</source>
        <translation>Alles Erforderliche ist gesetzt</translation>
    </message>
    <message>
        <source>No port of this machine belongs to it: %1</source>
        <translation>Kein Port dieses Rechners gehört dazu: %1</translation>
    </message>
    <message>
        <source>the profile has no address</source>
        <translation>das Profil hat keine Adresse</translation>
    </message>
    <message>
        <source>Nobody listens on port %1, though the service runs</source>
        <translation>Niemand hört auf Port %1, obwohl der Dienst läuft</translation>
    </message>
    <message>
        <source>Port %1 is free</source>
        <translation>Port %1 ist frei</translation>
    </message>
    <message>
        <source>a process of another user</source>
        <translation>einem Prozess eines anderen Benutzers</translation>
    </message>
    <message>
        <source>%1 (pid %2)</source>
        <translation>%1 (PID %2)</translation>
    </message>
    <message>
        <source>Port %1 is held by %2</source>
        <translation>Port %1 ist belegt von %2</translation>
    </message>
    <message>
        <source>The service cannot listen there. End that process, or give the service another port.</source>
        <translation>Der Dienst kann dort nicht hören. Jenen Prozess beenden oder dem Dienst einen anderen Port geben.</translation>
    </message>
    <message>
        <source>The profile has no health address.</source>
        <translation>Das Profil hat keine Adresse für die Gesundheit.</translation>
    </message>
    <message>
        <source>%1 answered as expected after %2 ms</source>
        <translation>%1 antwortete nach %2 ms wie erwartet</translation>
    </message>
    <message>
        <source>The profile has no WebSocket address.</source>
        <translation>Das Profil hat keine WebSocket-Adresse.</translation>
    </message>
    <message>
        <source>Only the service&apos;s own address was tried</source>
        <translation>Nur die eigene Adresse des Dienstes wurde versucht</translation>
    </message>
    <message>
        <source>Mounted read-only</source>
        <translation>Nur lesbar eingehängt</translation>
    </message>
    <message>
        <source>Make the container again with this mount writable.</source>
        <translation>Den Container mit schreibbarer Einhängung neu anlegen.</translation>
    </message>
    <message>
        <source>Nobody knows as whom the service runs while it does not run.</source>
        <translation>Solange der Dienst nicht läuft, weiß niemand, als wer er läuft.</translation>
    </message>
    <message>
        <source>The file system of %1 is read-only</source>
        <translation>Das Dateisystem von %1 ist nur lesbar</translation>
    </message>
    <message>
        <source>A disk with errors is often mounted anew like this; look at the kernel&apos;s log.</source>
        <translation>Eine Platte mit Fehlern wird oft so neu eingehängt; ins Protokoll des Kernels sehen.</translation>
    </message>
    <message>
        <source>User %1 may not write: %2</source>
        <translation>Benutzer %1 darf nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Give these to user %1, or let that user write them.</source>
        <translation>Diese dem Benutzer %1 geben oder ihn schreiben lassen.</translation>
    </message>
    <message>
        <source>User %1 may write it</source>
        <translation>Benutzer %1 darf schreiben</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>The service starts with nothing in it. Restore it from a backup.</source>
        <translation>Der Dienst startet mit nichts darin. Aus einer Sicherung zurückholen.</translation>
    </message>
    <message numerus="yes">
        <source>Damaged, %n problem(s): %1</source>
        <translation>
            <numerusform>Beschädigt, %n Problem: %1</numerusform>
            <numerusform>Beschädigt, %n Probleme: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop the service before it writes more. Save what is readable, or restore a backup.</source>
        <translation>Den Dienst anhalten, bevor er mehr schreibt. Retten, was lesbar ist, oder eine Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>Whole (integrity_check)</source>
        <translation>Heil (integrity_check)</translation>
    </message>
    <message>
        <source>%1 cannot be looked at</source>
        <translation>%1 lässt sich nicht ansehen</translation>
    </message>
    <message>
        <source>%1 free, %2 % used</source>
        <translation>%1 frei, %2 % belegt</translation>
    </message>
    <message>
        <source>No file can be made: the file system has no inodes left</source>
        <translation>Keine Datei lässt sich anlegen: das Dateisystem hat keine Inodes mehr</translation>
    </message>
    <message>
        <source>Remove files that are not needed.</source>
        <translation>Dateien entfernen, die nicht gebraucht werden.</translation>
    </message>
    <message>
        <source>SQLite cannot write. Make room: old backups and logs first.</source>
        <translation>SQLite kann nicht schreiben. Platz schaffen: alte Sicherungen und Protokolle zuerst.</translation>
    </message>
    <message>
        <source>The limit is %1 %.</source>
        <translation>Die Grenze ist %1 %.</translation>
    </message>
    <message>
        <source>Starting since %1</source>
        <translation>Startet seit %1</translation>
    </message>
    <message>
        <source>Where clients come through a proxy, try the address that they use as well.</source>
        <translation>Wo Klienten durch einen Proxy kommen, auch deren Adresse versuchen.</translation>
    </message>
    <message>
        <source>Connection to the database server</source>
        <translation>Verbindung zum Datenbankserver</translation>
    </message>
    <message>
        <source>Sessions of the database server</source>
        <translation>Sitzungen des Datenbankservers</translation>
    </message>
    <message>
        <source>Nothing of this service is on a database server.</source>
        <translation>Nichts von diesem Dienst liegt auf einem Datenbankserver.</translation>
    </message>
    <message>
        <source>%1 answers, but is a standby or in recovery: nothing can be written.</source>
        <translation>%1 antwortet, ist aber ein Standby oder in der Wiederanlaufphase: Schreiben geht nicht.</translation>
    </message>
    <message>
        <source>Point the service to the primary, or wait until the recovery has ended.</source>
        <translation>Den Dienst auf den Primärserver richten oder das Ende des Wiederanlaufs abwarten.</translation>
    </message>
    <message>
        <source>%1 answers in %2 ms, PostgreSQL %3</source>
        <translation>%1 antwortet in %2 ms, PostgreSQL %3</translation>
    </message>
    <message>
        <source>%1 of %2 connections are taken</source>
        <translation>%1 von %2 Verbindungen sind belegt</translation>
    </message>
    <message>
        <source>End sessions that are not needed, put a pooler before the server, or raise max_connections.</source>
        <translation>Nicht benötigte Sitzungen beenden, einen Pooler vorschalten oder max_connections erhöhen.</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n session(s) wait for a lock</source>
        <translation>
            <numerusform>%1, und %n Sitzung wartet auf eine Sperre</numerusform>
            <numerusform>%1, und %n Sitzungen warten auf eine Sperre</numerusform>
        </translation>
    </message>
    <message>
        <source>“Databases” shows who holds them up; that session can be ended there.</source>
        <translation>„Datenbanken“ zeigt, wer sie aufhält; dort ist diese Sitzung zu beenden.</translation>
    </message>
    <message>
        <source>Little is left; look who holds them open.</source>
        <translation>Es sind wenige übrig; nachsehen, wer sie offen hält.</translation>
    </message>
    <message>
        <source>%1; the longest transaction is open for %2</source>
        <translation>%1; die längste Transaktion ist seit %2 offen</translation>
    </message>
    <message>
        <source>A transaction that stays open keeps dead rows and locks.</source>
        <translation>Eine offene Transaktion hält tote Zeilen und Sperren fest.</translation>
    </message>
    <message>
        <source>It has no log.</source>
        <translation>Es hat kein Log.</translation>
    </message>
    <message>
        <source>The instance has no health address.</source>
        <translation>Die Instanz hat keine Gesundheitsadresse.</translation>
    </message>
</context>
<context>
    <name>Troubleshooter</name>
    <message>
        <source>The profile %1 has no such symptom.</source>
        <translation>Das Profil %1 hat kein solches Symptom.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Es hat keine.</translation>
    </message>
    <message>
        <source>It has: %1.</source>
        <translation>Es hat: %1.</translation>
    </message>
    <message>
        <source>The newest proven backup is of %1.</source>
        <translation>Die neueste erprobte Sicherung ist von %1.</translation>
    </message>
    <message>
        <source>The newest verified backup is of %1; none was proven by a restore.</source>
        <translation>Die neueste geprüfte Sicherung ist von %1; keine wurde durch Zurückholen erprobt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Troubleshooter</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>WebSocket address</source>
        <translation>WebSocket-Adresse</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>T</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
</context>
<context>
    <name>UnnamedLog</name>
    <message>
        <source>The folder %1 takes no file to keep a log in.</source>
        <translation>Der Ordner %1 nimmt keine Datei an, in der ein Protokoll aufgehoben wird.</translation>
    </message>
    <message>
        <source>There is too little room to keep more of the log; %1 of it are here.</source>
        <translation>Es ist zu wenig Platz, um mehr vom Protokoll aufzuheben; %1 davon sind hier.</translation>
    </message>
    <message>
        <source>Make room on that disk, or look at a part of the log by its time.</source>
        <translation>Schaffen Sie Platz auf diesem Datenträger, oder sehen Sie nach der Zeit nur einen Teil des Protokolls an.</translation>
    </message>
    <message>
        <source>What came of the log could not be kept.</source>
        <translation>Was vom Protokoll kam, konnte nicht aufgehoben werden.</translation>
    </message>
</context>
<context>
    <name>Upgrade</name>
    <message>
        <source>Pilothouse does not know what runs here, so it cannot upgrade it.</source>
        <translation>Pilothouse weiß nicht, was hier läuft, und kann es nicht umstellen.</translation>
    </message>
    <message>
        <source>Choose its container or command in the settings of the instance.</source>
        <translation>In den Einstellungen der Instanz ihren Container oder Befehl wählen.</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>Umstellen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>File with the image or package</source>
        <translation>Datei mit dem Image oder Paket</translation>
    </message>
    <message>
        <source>Version of the package</source>
        <translation>Version des Pakets</translation>
    </message>
    <message>
        <source>Remove old versions</source>
        <translation>Alte Versionen entfernen</translation>
    </message>
    <message>
        <source>What runs, and what is newer</source>
        <translation>Was läuft, und was neuer ist</translation>
    </message>
    <message>
        <source>Upgrade %1 to %2</source>
        <translation>%1 auf %2 umstellen</translation>
    </message>
    <message>
        <source>Upgrade to %1</source>
        <translation>Auf %1 umstellen</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Jetzt: %1.</translation>
    </message>
    <message>
        <source>%1 is no image that the profile of %2 knows.</source>
        <translation>%1 ist kein Image, das das Profil von %2 kennt.</translation>
    </message>
    <message>
        <source>Make sure that it is the same service.</source>
        <translation>Sicherstellen, dass es der gleiche Dienst ist.</translation>
    </message>
    <message>
        <source>It runs this very image already.</source>
        <translation>Genau dieses Image läuft schon.</translation>
    </message>
    <message>
        <source>The image is not on this machine; it is fetched before anything stops.</source>
        <translation>Das Image ist nicht auf diesem Rechner; es wird geholt, bevor etwas anhält.</translation>
    </message>
    <message>
        <source>The image is loaded from the file before anything stops: %1.</source>
        <translation>Das Image wird aus der Datei geladen, bevor etwas anhält: %1.</translation>
    </message>
    <message>
        <source>Then: %1.</source>
        <translation>Dann: %1.</translation>
    </message>
    <message>
        <source>The image is made for %1, and this machine runs %2.</source>
        <translation>Das Image ist für %1 gemacht, und dieser Rechner betreibt %2.</translation>
    </message>
    <message>
        <source>Get the image for this machine.</source>
        <translation>Das Image für diesen Rechner besorgen.</translation>
    </message>
    <message>
        <source>This image is older than the one that runs; it may not read what the newer one wrote.</source>
        <translation>Dieses Image ist älter als das laufende; es kann vielleicht nicht lesen, was das neuere schrieb.</translation>
    </message>
    <message>
        <source>The image brings another %1</source>
        <translation>Das Image bringt mit: %1</translation>
    </message>
    <message>
        <source>%1 has %2 free, and %3 are needed.</source>
        <translation>%1 hat %2 frei, gebraucht werden %3.</translation>
    </message>
    <message>
        <source>Make room, then plan this again.</source>
        <translation>Platz schaffen, dann neu planen.</translation>
    </message>
    <message>
        <source>Seconds until it must be healthy</source>
        <translation>Sekunden, bis es gesund sein muss</translation>
    </message>
    <message>
        <source>The new version may remove rows</source>
        <translation>Die neue Version darf Zeilen entfernen</translation>
    </message>
    <message>
        <source>The backup of %1 is verified; no other one is made.</source>
        <translation>Die Sicherung von %1 ist geprüft; eine weitere wird nicht gemacht.</translation>
    </message>
    <message>
        <source>A backup is made and verified first.</source>
        <translation>Zuerst wird gesichert und die Sicherung geprüft.</translation>
    </message>
    <message>
        <source>The service does not run now. It is started, to prove the new version.</source>
        <translation>Der Dienst läuft jetzt nicht. Er wird gestartet, um die neue Version zu belegen.</translation>
    </message>
    <message>
        <source>The new version works on a copy of each database. The old ones are set aside as they are, and come back with the old version if anything fails.</source>
        <translation>Die neue Version arbeitet auf einer Kopie jeder Datenbank. Die alten werden beiseitegelegt, wie sie sind, und kehren mit der alten Version zurück, wenn etwas schiefgeht.</translation>
    </message>
    <message numerus="yes">
        <source>The old version is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>Die alte Version wird %n Tag aufgehoben und kann zurückgeholt werden.</numerusform>
            <numerusform>Die alte Version wird %n Tage aufgehoben und kann zurückgeholt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open connections to %1 end.</source>
        <translation>Offene Verbindungen zu %1 enden.</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>vom %1</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Say which version, or which file of “npm pack” holds it.</source>
        <translation>Angeben, welche Version oder welche Datei von „npm pack“.</translation>
    </message>
    <message>
        <source>“%1” is no version.</source>
        <translation>„%1“ ist keine Version.</translation>
    </message>
    <message>
        <source>Now: %1 %2, below %3.</source>
        <translation>Jetzt: %1 %2, unter %3.</translation>
    </message>
    <message>
        <source>npm is not on this machine.</source>
        <translation>npm ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Install it, then try again.</source>
        <translation>Installieren, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You may not write to %1.</source>
        <translation>Sie dürfen nicht nach %1 schreiben.</translation>
    </message>
    <message>
        <source>Run this as the user who installed the package.</source>
        <translation>Als der Benutzer ausführen, der das Paket installiert hat.</translation>
    </message>
    <message>
        <source>This version is installed already.</source>
        <translation>Diese Version ist schon installiert.</translation>
    </message>
    <message>
        <source>npm fetches it from its registry while the service is stopped; if it cannot, the old one comes back.</source>
        <translation>npm holt sie aus seiner Registry, während der Dienst angehalten ist; gelingt das nicht, kehrt die alte zurück.</translation>
    </message>
    <message>
        <source>The old version is no longer kept.</source>
        <translation>Die alte Version ist nicht mehr aufgehoben.</translation>
    </message>
    <message>
        <source>Upgrade to its image or version instead, and restore a backup.</source>
        <translation>Stattdessen auf ihr Image oder ihre Version umstellen und eine Sicherung zurückspielen.</translation>
    </message>
    <message>
        <source>%1 rows of %2 in %3 that came since</source>
        <translation>%1 Zeilen von %2 in %3, die seither kamen</translation>
    </message>
    <message>
        <source>This operation has replaced no version.</source>
        <translation>Dieser Vorgang hat keine Version ersetzt.</translation>
    </message>
    <message>
        <source>Everything that was written since %1</source>
        <translation>Alles, was seit %1 geschrieben wurde</translation>
    </message>
    <message>
        <source>The service is not there, or cannot be started and stopped.</source>
        <translation>Der Dienst ist nicht da oder kann nicht gestartet und angehalten werden.</translation>
    </message>
    <message>
        <source>Remove old versions of %1</source>
        <translation>Alte Versionen von %1 entfernen</translation>
    </message>
    <message>
        <source>%1 stays: its time is not over.</source>
        <translation>%1 bleibt: Die Zeit ist nicht um.</translation>
    </message>
    <message>
        <source>%1 with %2, which can be put back no longer</source>
        <translation>%1 mit %2, das sich dann nicht mehr zurückholen lässt</translation>
    </message>
    <message>
        <source>The project names its image by a digest (%1), so no other one can take its place.</source>
        <translation>Das Projekt nennt sein Image mit einem Digest (%1), also kann kein anderes seinen Platz einnehmen.</translation>
    </message>
    <message>
        <source>Write the image by its name into the project&apos;s file, recreate the service, and plan this again.</source>
        <translation>Das Image mit seinem Namen in die Datei des Projekts schreiben, den Dienst neu anlegen und neu planen.</translation>
    </message>
    <message>
        <source>These services use %1 as well, and get the new image when they are made again: %2.</source>
        <translation>Auch diese Dienste benutzen %1 und bekommen das neue Image, wenn sie neu angelegt werden: %2.</translation>
    </message>
    <message>
        <source>The project&apos;s file stays as it is: on this machine its name %1 means the new image from then on.</source>
        <translation>Die Datei des Projekts bleibt, wie sie ist: Auf dieser Maschine steht ihr Name %1 von da an für das neue Image.</translation>
    </message>
    <message>
        <source>Write %1 into the file when it suits you. Until then a “pull” would bring the old image back.</source>
        <translation>Bei Gelegenheit %1 in die Datei schreiben. Bis dahin brächte ein „pull“ das alte Image zurück.</translation>
    </message>
    <message numerus="yes">
        <source>All %n container(s) of the service are made again.</source>
        <translation>
            <numerusform>%n Container des Dienstes wird neu angelegt.</numerusform>
            <numerusform>Alle %n Container des Dienstes werden neu angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It runs in a container: say which image, or which file holds it.</source>
        <translation>Es läuft in einem Container: das Image angeben oder die Datei, die es enthält.</translation>
    </message>
    <message>
        <source>It is a systemd unit and runs in no container, so it has no image.</source>
        <translation>Es ist eine Unit von systemd und läuft in keinem Container, hat also kein Image.</translation>
    </message>
    <message>
        <source>It is a process and runs in no container, so it has no image.</source>
        <translation>Es ist ein Prozess und läuft in keinem Container, hat also kein Image.</translation>
    </message>
    <message>
        <source>Say a version of its npm package %1 (--version), or a file that “npm pack” has made (--file).</source>
        <translation>Eine Version des npm-Pakets %1 angeben (--version) oder eine Datei, die „npm pack“ gemacht hat (--file).</translation>
    </message>
    <message>
        <source>Upgrade it in the way in which it was installed: it is no npm package that Pilothouse could install.</source>
        <translation>Auf dem Weg aktualisieren, auf dem es installiert wurde: Es ist kein npm-Paket, das Pilothouse installieren könnte.</translation>
    </message>
    <message>
        <source>There is nothing to remove: no old version of %1 is kept.</source>
        <translation>Es ist nichts zu entfernen: Von %1 wird keine alte Version behalten.</translation>
    </message>
    <message numerus="yes">
        <source>There is nothing to remove: an old version of %1 is kept for %n day(s).</source>
        <translation>
            <numerusform>Es ist nichts zu entfernen: Eine alte Version von %1 wird %n Tag behalten.</numerusform>
            <numerusform>Es ist nichts zu entfernen: Eine alte Version von %1 wird %n Tage behalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>Benutzer löschen</translation>
    </message>
    <message>
        <source>Keep the user&apos;s data</source>
        <translation>Die Daten des Benutzers behalten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>One user</source>
        <translation>Ein Benutzer</translation>
    </message>
    <message>
        <source>What a user owns</source>
        <translation>Was einem Benutzer gehört</translation>
    </message>
    <message>
        <source>Disable user</source>
        <translation>Benutzer sperren</translation>
    </message>
    <message>
        <source>Enable user</source>
        <translation>Benutzer freigeben</translation>
    </message>
    <message>
        <source>Another name looks the same: %1.</source>
        <translation>Ein anderer Name sieht gleich aus: %1.</translation>
    </message>
    <message>
        <source>Make sure by the id that it is the right one: %1.</source>
        <translation>Anhand der Kennung sicherstellen, dass es der richtige ist: %1.</translation>
    </message>
    <message>
        <source>The same data belongs to another one too: %1.</source>
        <translation>Dieselben Daten gehören auch jemand anderem: %1.</translation>
    </message>
    <message>
        <source>Delete the account alone and keep the data.</source>
        <translation>Nur das Konto löschen und die Daten behalten.</translation>
    </message>
    <message>
        <source>The value of %1 cannot be part of a path, so its files cannot be found safely.</source>
        <translation>Der Wert von %1 kann nicht Teil eines Pfades sein, deshalb sind die Dateien nicht sicher zu finden.</translation>
    </message>
    <message>
        <source>%1 %2 in %3</source>
        <translation>%1 %2 in %3</translation>
    </message>
    <message>
        <source>The profile has no such action.</source>
        <translation>Das Profil hat keine solche Aktion.</translation>
    </message>
    <message>
        <source>Enable %1 on %2</source>
        <translation>%1 auf %2 freigeben</translation>
    </message>
    <message>
        <source>Disable %1 on %2</source>
        <translation>%1 auf %2 sperren</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Delete %1 on %2</source>
        <translation>%1 auf %2 löschen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>the account %1 (%2)</source>
        <translation>das Konto %1 (%2)</translation>
    </message>
    <message>
        <source>It can be put back: every row is kept in the journal, files are only moved aside.</source>
        <translation>Es kann zurückgenommen werden: jede Zeile steht im Journal, Dateien werden nur beiseitegelegt.</translation>
    </message>
    <message>
        <source>There are more rows than can be handled at once.</source>
        <translation>Es sind mehr Zeilen, als auf einmal behandelt werden können.</translation>
    </message>
    <message>
        <source>This service has nothing of that kind.</source>
        <translation>Dieser Dienst hat nichts dieser Art.</translation>
    </message>
    <message>
        <source>Several have that name: use the id.</source>
        <translation>Mehrere tragen diesen Namen: die Kennung verwenden.</translation>
    </message>
    <message>
        <source>There is nobody with that name or id.</source>
        <translation>Niemand hat diesen Namen oder diese Kennung.</translation>
    </message>
    <message>
        <source>The database is not there.</source>
        <translation>Die Datenbank ist nicht da.</translation>
    </message>
    <message>
        <source>The database has a layout that the profile does not know.</source>
        <translation>Die Datenbank hat einen Aufbau, den das Profil nicht kennt.</translation>
    </message>
    <message>
        <source>The list of the profile has no key.</source>
        <translation>Die Liste des Profils hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>(is not there any more)</source>
        <translation>(ist nicht mehr da)</translation>
    </message>
    <message>
        <source>(is there again)</source>
        <translation>(ist wieder da)</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Do again: %1</source>
        <translation>Noch einmal tun: %1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>A step of it cannot be put back.</source>
        <translation>Ein Schritt davon kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Something has changed since, so it cannot be put back.</source>
        <translation>Seitdem hat sich etwas geändert, deshalb kann es nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Settle by hand what is named here, and try again.</source>
        <translation>Von Hand klären, was hier genannt ist, und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>It changed nothing, so there is nothing to put back.</source>
        <translation>Es hat nichts geändert, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>“End all sessions” does that afterwards, as a plan of its own: users end-sessions %1.</source>
        <translation>„Alle Sitzungen beenden“ tut das danach, als eigener Plan: users end-sessions %1.</translation>
    </message>
    <message>
        <source>This kind is on a server: what can be done with it is an action of its own (entities run).</source>
        <translation>Diese Art liegt auf einem Server: Was damit getan werden kann, ist eine eigene Aktion (entities run).</translation>
    </message>
    <message>
        <source>%1 is enabled already; nothing was done.</source>
        <translation>%1 ist schon freigegeben; nichts wurde getan.</translation>
    </message>
    <message>
        <source>%1 is disabled already; nothing was done.</source>
        <translation>%1 ist schon gesperrt; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Start the service once, which makes it, or correct the data folder of the instance; “database list” shows where it is looked for.</source>
        <translation>Den Dienst einmal starten, der sie anlegt, oder den Datenordner der Instanz berichtigen; „database list“ zeigt, wo sie gesucht wird.</translation>
    </message>
    <message>
        <source>the files at %1</source>
        <translation>die Dateien in %1</translation>
    </message>
</context>
<context>
    <name>WebSocketProbe</name>
    <message>
        <source>A proxy in between must speak HTTP/1.1 to the service and pass on the headers Upgrade and Connection (nginx: proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade, proxy_set_header Connection &quot;upgrade&quot;).</source>
        <translation>Ein Proxy dazwischen muss HTTP/1.1 mit dem Dienst sprechen und die Kopfzeilen Upgrade und Connection weitergeben (nginx: proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade, proxy_set_header Connection &quot;upgrade&quot;).</translation>
    </message>
    <message>
        <source>504: a proxy answered, the service behind it did not in time.</source>
        <translation>504: ein Proxy hat geantwortet, der Dienst dahinter nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Check that the service answers on its own address, then the proxy&apos;s time limits.</source>
        <translation>Prüfen, ob der Dienst unter eigener Adresse antwortet, dann die Zeitgrenzen des Proxys.</translation>
    </message>
    <message>
        <source>%1: a proxy answered, it could not reach the service behind it.</source>
        <translation>%1: ein Proxy hat geantwortet, er konnte den Dienst dahinter nicht erreichen.</translation>
    </message>
    <message>
        <source>Check that the service runs, and the address and port that the proxy sends to.</source>
        <translation>Prüfen, ob der Dienst läuft, und Adresse und Port, an die der Proxy sendet.</translation>
    </message>
    <message>
        <source>426 Upgrade Required%1: the request arrived without its Upgrade header.</source>
        <translation>426 Upgrade Required%1: die Anfrage kam ohne ihre Kopfzeile Upgrade an.</translation>
    </message>
    <message>
        <source>400 Bad Request%1: the handshake arrived incomplete; the headers Upgrade or Connection were lost on the way.</source>
        <translation>400 Bad Request%1: der Handschlag kam unvollständig an; Upgrade oder Connection ging unterwegs verloren.</translation>
    </message>
    <message>
        <source>%1%2: answered as a plain page; the request to upgrade was not passed on.</source>
        <translation>%1%2: wie eine gewöhnliche Seite beantwortet; der Wunsch nach Upgrade wurde nicht weitergegeben.</translation>
    </message>
    <message>
        <source>%1%2: whoever answered wants a login or does not allow this origin.</source>
        <translation>%1%2: wer geantwortet hat, will eine Anmeldung oder erlaubt diese Herkunft nicht.</translation>
    </message>
    <message>
        <source>Let the proxy pass the WebSocket&apos;s path without a login of its own, and check which origins it allows.</source>
        <translation>Den Proxy den Pfad des WebSockets ohne eigene Anmeldung durchlassen lassen und prüfen, welche Herkünfte er erlaubt.</translation>
    </message>
    <message>
        <source>404%1: nothing is served under this path.</source>
        <translation>404%1: unter diesem Pfad gibt es nichts.</translation>
    </message>
    <message>
        <source>Check the path, and that the proxy sends it on to the service.</source>
        <translation>Den Pfad prüfen, und ob der Proxy ihn an den Dienst weitergibt.</translation>
    </message>
    <message>
        <source>%1%2: sent elsewhere; WebSocket clients do not follow that.</source>
        <translation>%1%2: anderswohin geschickt; WebSocket-Klienten folgen dem nicht.</translation>
    </message>
    <message>
        <source>Use the address that it leads to, often https instead of http.</source>
        <translation>Die Adresse nehmen, zu der es führt, oft https statt http.</translation>
    </message>
    <message>
        <source>%1%2: not the 101 that opens a WebSocket.</source>
        <translation>%1%2: nicht die 101, die einen WebSocket öffnet.</translation>
    </message>
    <message>
        <source>101, but without the header Upgrade: websocket.</source>
        <translation>101, aber ohne die Kopfzeile Upgrade: websocket.</translation>
    </message>
    <message>
        <source>101, but without the header Connection: Upgrade.</source>
        <translation>101, aber ohne die Kopfzeile Connection: Upgrade.</translation>
    </message>
    <message>
        <source>101, but Sec-WebSocket-Accept does not fit the key that was sent.</source>
        <translation>101, aber Sec-WebSocket-Accept passt nicht zum gesendeten Schlüssel.</translation>
    </message>
    <message>
        <source>Something in between answers in the place of the service, or from a cache.</source>
        <translation>Etwas dazwischen antwortet anstelle des Dienstes oder aus einem Zwischenspeicher.</translation>
    </message>
    <message>
        <source>A firewall that drops the connection looks like this, and a proxy that holds the answer back. Check its rules for this port.</source>
        <translation>So sieht eine Firewall aus, die die Verbindung verwirft, und ein Proxy, der die Antwort zurückhält. Die Regeln für diesen Port prüfen.</translation>
    </message>
    <message>
        <source>The connection ended without an answer.</source>
        <translation>Die Verbindung endete ohne Antwort.</translation>
    </message>
    <message>
        <source>101, but the connection was closed at once.</source>
        <translation>101, aber die Verbindung wurde sofort geschlossen.</translation>
    </message>
    <message>
        <source>Look at the log of the service, and at the time limits of a proxy.</source>
        <translation>Ins Protokoll des Dienstes sehen und auf die Zeitgrenzen eines Proxys.</translation>
    </message>
    <message>
        <source>101 Switching Protocols, and it stays open.</source>
        <translation>101 Switching Protocols, und sie bleibt offen.</translation>
    </message>
    <message>
        <source>Give the address that the clients use, such as wss://HOST/ws.</source>
        <translation>Geben Sie die Adresse an, die die Clients verwenden, etwa wss://HOST/ws.</translation>
    </message>
    <message>
        <source>Check the name of the host, that the service listens there, the port, and firewall rules.</source>
        <translation>Prüfen Sie den Namen des Rechners, ob der Dienst dort lauscht, den Port und die Regeln der Firewall.</translation>
    </message>
</context>
<context>
    <name>WriterLock</name>
    <message>
        <source>Wait until it has ended, or cancel it, then try again.</source>
        <translation>Warten, bis er beendet ist, oder ihn abbrechen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program is changing this instance.</source>
        <translation>Ein anderes Programm ändert gerade diese Instanz.</translation>
    </message>
    <message>
        <source>%1 on %2 (process %3) has been changing this since %4.</source>
        <translation>%1 auf %2 (Prozess %3) ändert sie seit %4.</translation>
    </message>
    <message>
        <source>The lock cannot be written.</source>
        <translation>Die Sperre kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>ZstdStream</name>
    <message>
        <source>It is damaged or was cut off.</source>
        <translation>Es ist beschädigt oder wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>It could not be compressed.</source>
        <translation>Es konnte nicht komprimiert werden.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ActionFlow</name>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
</context>
<context>
    <name>pilothouse::ActivityController</name>
    <message>
        <source>Reading the audit</source>
        <translation>Das Audit wird gelesen</translation>
    </message>
    <message>
        <source>Exporting the audit</source>
        <translation>Das Audit wird exportiert</translation>
    </message>
</context>
<context>
    <name>pilothouse::ActivityPage</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Filter by action, person or outcome</source>
        <translation>Nach Aktion, Person oder Ergebnis filtern</translation>
    </message>
    <message>
        <source>Filter operations</source>
        <translation>Vorgänge filtern</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Operations of this instance</source>
        <translation>Vorgänge dieser Instanz</translation>
    </message>
    <message>
        <source>Nothing has been done to this instance yet.</source>
        <translation>An dieser Instanz wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>The audit cannot be read</source>
        <translation>Das Audit kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Reading the audit</source>
        <translation>Das Audit wird gelesen</translation>
    </message>
    <message>
        <source>Verified to record %1</source>
        <translation>Bis Eintrag %1 geprüft</translation>
    </message>
    <message>
        <source>Record %1 does not follow</source>
        <translation>Eintrag %1 folgt nicht</translation>
    </message>
    <message>
        <source>Every record follows from the one before. Checked %1.</source>
        <translation>Jeder Eintrag folgt aus dem vorigen. Geprüft %1.</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Audit exportieren</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>The audit was exported to %1.</source>
        <translation>Das Audit wurde nach %1 exportiert.</translation>
    </message>
    <message>
        <source>The audit was not exported: %1</source>
        <translation>Das Audit wurde nicht exportiert: %1</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
<context>
    <name>pilothouse::ActivityPane</name>
    <message>
        <source>Intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>Copy records</source>
        <translation>Einträge kopieren</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Durch %1</translation>
    </message>
    <message>
        <source>By %1 at %2</source>
        <translation>Durch %1 um %2</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Put back by operation %1</source>
        <translation>Zurückgenommen durch Vorgang %1</translation>
    </message>
    <message>
        <source>Chain holds</source>
        <translation>Kette stimmt</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>Kette gebrochen</translation>
    </message>
</context>
<context>
    <name>pilothouse::AddInstanceController</name>
    <message>
        <source>There is an instance called %1 already. Choose another name.</source>
        <translation>Es gibt schon eine Instanz namens %1. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The second copy needs a folder of its own.</source>
        <translation>Die zweite Kopie braucht einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>%1 keeps its backups here. Name another folder.</source>
        <translation>%1 hat hier seine Sicherungen. Einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Noch nicht: %1</translation>
    </message>
    <message>
        <source>It is being added.</source>
        <translation>Wird gerade hinzugefügt.</translation>
    </message>
    <message>
        <source>Not yet: what is there is still being read.</source>
        <translation>Noch nicht: was da ist, wird noch gelesen.</translation>
    </message>
    <message>
        <source>Not yet: %1: %2</source>
        <translation>Noch nicht: %1: %2</translation>
    </message>
    <message>
        <source>Keeping the password</source>
        <translation>Das Passwort wird abgelegt</translation>
    </message>
</context>
<context>
    <name>pilothouse::AddInstanceDialog</name>
    <message>
        <source>Add an instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>One running service. Adding it changes nothing on it.</source>
        <translation>Ein laufender Dienst. Beim Hinzufügen ändert sich an ihm nichts.</translation>
    </message>
    <message>
        <source>Add instance</source>
        <translation>Instanz hinzufügen</translation>
    </message>
    <message>
        <source>Not added: %1 Nothing was changed.</source>
        <translation>Nicht hinzugefügt: %1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Reading what is there</source>
        <translation>Was da ist, wird gelesen</translation>
    </message>
    <message>
        <source>Reading starts by itself once the form says where to look.</source>
        <translation>Das Lesen beginnt von selbst, sobald das Formular sagt, wo.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Describe by hand…</source>
        <translation>Von Hand beschreiben …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Not saved: %1 Nothing was changed.</source>
        <translation>Nicht gespeichert: %1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>1  Find</source>
        <translation>1  Finden</translation>
    </message>
    <message>
        <source>2  Describe and check</source>
        <translation>2  Beschreiben und prüfen</translation>
    </message>
    <message>
        <source>3  Add</source>
        <translation>3  Hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>What Pilothouse knows of it. Its service, data and backups stay as they are.</source>
        <translation>Was Pilothouse darüber weiß. Dienst, Daten und Sicherungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Pick what was found, or describe a service by hand. Looking only reads.</source>
        <translation>Gefundenes wählen oder einen Dienst von Hand beschreiben. Die Suche liest nur.</translation>
    </message>
    <message>
        <source>Choose what was found.</source>
        <translation>Etwas Gefundenes wählen.</translation>
    </message>
    <message>
        <source>It is in the list as %1.</source>
        <translation>Steht in der Liste als %1.</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <translation>Weiter mit %1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
</context>
<context>
    <name>pilothouse::Application</name>
    <message>
        <source>Starting the demo</source>
        <translation>Die Demo wird gestartet</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n Bild in %1</numerusform>
            <numerusform>%n Bilder in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for what should have gone back</source>
        <translation>Sucht, was hätte zurückgehen sollen</translation>
    </message>
    <message>
        <source>%1 of %2 should have gone back by itself.</source>
        <translation>%1 von %2 hätte von selbst zurückgehen sollen.</translation>
    </message>
    <message>
        <source>Reading the runbook</source>
        <translation>Runbook wird gelesen</translation>
    </message>
    <message>
        <source>Storing settings</source>
        <translation>Einstellungen werden gespeichert</translation>
    </message>
    <message>
        <source>Looking for services that stand still</source>
        <translation>Suche nach Diensten, die stillstehen</translation>
    </message>
    <message>
        <source>%1 stood still: “%2” was killed while it had paused it. It was let go on, and that was put back.</source>
        <translation>%1 stand still: „%2“ wurde beendet, während es angehalten war. Es läuft weiter, und der Vorgang wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Looking for drills that were killed</source>
        <translation>Suche nach abgebrochenen Übungen</translation>
    </message>
    <message>
        <source>A drill of %1 was killed. What it had made was removed.</source>
        <translation>Eine Übung von %1 wurde abgebrochen. Was sie angelegt hatte, wurde entfernt.</translation>
    </message>
    <message>
        <source>Keeping a key</source>
        <translation>Schlüssel aufbewahren</translation>
    </message>
    <message>
        <source>The key for the drills of %1 is forgotten.</source>
        <translation>Der Schlüssel für die Übungen von %1 ist vergessen.</translation>
    </message>
    <message>
        <source>The key for the drills of %1 is kept.</source>
        <translation>Der Schlüssel für die Übungen von %1 ist aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ArchiveCreateStep</name>
    <message>
        <source>Write the archive</source>
        <translation>Archiv schreiben</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The name of this file cannot be kept in a backup.</source>
        <translation>Der Name dieser Datei kann in einer Sicherung nicht bewahrt werden.</translation>
    </message>
    <message>
        <source>Rename it and try again.</source>
        <translation>Umbenennen und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ArchiveExtractStep</name>
    <message>
        <source>Unpack %1 beside the data and check it</source>
        <translation>%1 neben die Daten entpacken und prüfen</translation>
    </message>
    <message>
        <source>It has changed since it was written or planned.</source>
        <translation>Es hat sich seit dem Schreiben oder Planen geändert.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
    <message>
        <source>It changed while it was being read.</source>
        <translation>Es hat sich beim Lesen geändert.</translation>
    </message>
</context>
<context>
    <name>pilothouse::Backrest</name>
    <message>
        <source>pgBackRest knows no stanza %1.</source>
        <translation>pgBackRest kennt keine Stanza %1.</translation>
    </message>
    <message>
        <source>pgbackrest %1 failed.</source>
        <translation>pgbackrest %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>What it says is in the details; its log has more.</source>
        <translation>Was es meldet, steht in den Details; mehr steht in seinem Protokoll.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackrestBackupStep</name>
    <message>
        <source>Back up the whole server with pgBackRest (%1)</source>
        <translation>Den ganzen Server mit pgBackRest sichern (%1)</translation>
    </message>
    <message>
        <source>pgBackRest shows no backup.</source>
        <translation>pgBackRest zeigt keine Sicherung.</translation>
    </message>
    <message>
        <source>The backup %1 holds pages whose checksums are wrong.</source>
        <translation>Die Sicherung %1 enthält Seiten mit falschen Prüfsummen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackrestCheckStep</name>
    <message>
        <source>Have the server archive all of its WAL, and check that it arrives</source>
        <translation>Den Server sein ganzes WAL archivieren lassen und prüfen, dass es ankommt</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackrestConfigureStep</name>
    <message>
        <source>Write %1, and make the stanza %2 in %3</source>
        <translation>%1 schreiben und die Stanza %2 in %3 anlegen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackrestRestoreStep</name>
    <message>
        <source>Restore the backup %1 into %2</source>
        <translation>Die Sicherung %1 in %2 wiederherstellen</translation>
    </message>
    <message>
        <source>%1 is no folder of such a restore.</source>
        <translation>%1 ist kein Ordner einer solchen Wiederherstellung.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>%1 (the restored data directory)</source>
        <translation>%1 (das wiederhergestellte Datenverzeichnis)</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupBeginStep</name>
    <message>
        <source>Make the folder of the backup</source>
        <translation>Ordner der Sicherung anlegen</translation>
    </message>
    <message>
        <source>A backup of this name is there already.</source>
        <translation>Eine Sicherung dieses Namens ist schon da.</translation>
    </message>
    <message>
        <source>Plan the backup anew.</source>
        <translation>Die Sicherung neu planen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupCalendar</name>
    <message>
        <source>Last four weeks: %1</source>
        <translation>Letzte vier Wochen: %1</translation>
    </message>
    <message>
        <source>M</source>
        <comment>kept as monthly</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>W</source>
        <comment>kept as weekly</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>W M  kept by week, month</source>
        <translation>W M  nach Woche, Monat behalten</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupCopyStep</name>
    <message>
        <source>Copy the backup to %1 and verify it there</source>
        <translation>Die Sicherung nach %1 kopieren und dort verifizieren</translation>
    </message>
    <message>
        <source>The second folder is not there.</source>
        <translation>Der zweite Ordner ist nicht da.</translation>
    </message>
    <message>
        <source>Mount it, or choose another one.</source>
        <translation>Einhängen oder einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPane</name>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Restore only</source>
        <translation>Nur wiederherstellen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Copy the path of the folder</source>
        <translation>Pfad des Ordners kopieren</translation>
    </message>
    <message>
        <source>A backup without a manifest</source>
        <translation>Eine Sicherung ohne Manifest</translation>
    </message>
    <message>
        <source>No rule keeps it: it goes when old backups are removed.</source>
        <translation>Keine Regel behält sie: sie geht, wenn alte Sicherungen entfernt werden.</translation>
    </message>
    <message>
        <source>Kept as: %1</source>
        <translation>Behalten als: %1</translation>
    </message>
    <message>
        <source>Proven by operation %1</source>
        <translation>Erprobt durch Vorgang %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) beside them, %1. Only a restore of all databases brings them back.</source>
        <translation>
            <numerusform>%n Datei daneben, %1. Nur eine Wiederherstellung aller Datenbanken bringt sie zurück.</numerusform>
            <numerusform>%n Dateien daneben, %1. Nur eine Wiederherstellung aller Datenbanken bringt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>No files beside them.</source>
        <translation>Keine Dateien daneben.</translation>
    </message>
    <message>
        <source>offline, the service was stopped</source>
        <translation>offline, der Dienst war gestoppt</translation>
    </message>
    <message>
        <source>online, the service ran</source>
        <translation>online, der Dienst lief</translation>
    </message>
    <message>
        <source>Taken %1 in %2, %3</source>
        <translation>Erstellt %1 in %2, %3</translation>
    </message>
    <message>
        <source>By %1 on %2, Pilothouse %3</source>
        <translation>Durch %1 auf %2, Pilothouse %3</translation>
    </message>
    <message>
        <source>Of version %1 of the service</source>
        <translation>Von Version %1 des Dienstes</translation>
    </message>
    <message>
        <source>No second copy: %1</source>
        <translation>Keine zweite Kopie: %1</translation>
    </message>
    <message>
        <source>No second copy</source>
        <translation>Keine zweite Kopie</translation>
    </message>
    <message>
        <source>Second copy: %1</source>
        <translation>Zweite Kopie: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of PostgreSQL %2, dumped by pg_dump %3</source>
        <translation>%1 von PostgreSQL %2, gesichert mit pg_dump %3</translation>
    </message>
    <message>
        <source>It needs the extensions %1</source>
        <translation>Sie braucht die Erweiterungen %1</translation>
    </message>
    <message>
        <source>Only chosen tables: it can be restored beside the live database, not in its place</source>
        <translation>Nur ausgewählte Tabellen: Sie kann neben der laufenden Datenbank wiederhergestellt werden, nicht an ihrer Stelle</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPinStep</name>
    <message>
        <source>Pin %1</source>
        <translation>%1 anheften</translation>
    </message>
    <message>
        <source>Unpin %1</source>
        <translation>%1 lösen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPlaceCard</name>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>%1 belegt</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Free space not known</source>
        <translation>Freier Platz nicht bekannt</translation>
    </message>
    <message>
        <source>%1, room for %2 more</source>
        <translation>%1, Platz für %2 weitere</translation>
    </message>
    <message>
        <source>Kept: %1, and always the newest verified one</source>
        <translation>Behalten: %1, und stets die neueste verifizierte</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupProveStep</name>
    <message>
        <source>Mark %1 as proven</source>
        <translation>%1 als erprobt kennzeichnen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPruneStep</name>
    <message numerus="yes">
        <source>Remove %n backup(s)</source>
        <translation>
            <numerusform>%n Sicherung entfernen</numerusform>
            <numerusform>%n Sicherungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>This backup is needed now, so nothing was removed.</source>
        <translation>Diese Sicherung wird jetzt gebraucht, deshalb wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>Plan it anew.</source>
        <translation>Neu planen.</translation>
    </message>
    <message>
        <source>Removed backups cannot be brought back.</source>
        <translation>Entfernte Sicherungen sind nicht zurückzuholen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPublishStep</name>
    <message>
        <source>Write the manifest and publish the backup</source>
        <translation>Manifest schreiben und die Sicherung veröffentlichen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupSide</name>
    <message>
        <source>Last 4 weeks</source>
        <translation>Letzte 4 Wochen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupStageStep</name>
    <message>
        <source>Copy %1 from one snapshot</source>
        <translation>%1 aus einem einzigen Stand kopieren</translation>
    </message>
    <message>
        <source>The profile has no such database.</source>
        <translation>Das Profil hat keine solche Datenbank.</translation>
    </message>
    <message>
        <source>No backup was made. The troubleshooter shows what is damaged; salvage it, or restore the last verified backup.</source>
        <translation>Es wurde keine Sicherung angelegt. Die Fehlersuche zeigt, was beschädigt ist; retten Sie es oder stellen Sie die letzte geprüfte Sicherung wieder her.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupStampCard</name>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
    <message>
        <source>No backup that counts</source>
        <translation>Keine Sicherung, die zählt</translation>
    </message>
    <message>
        <source>Follows when its files were checked</source>
        <translation>Folgt, wenn die Dateien geprüft sind</translation>
    </message>
    <message>
        <source>Follows when a restore from it has passed</source>
        <translation>Folgt, wenn eine Wiederherstellung daraus gelungen ist</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n database(s) in the set</source>
        <translation>
            <numerusform>%1 von %n Datenbank im Satz</numerusform>
            <numerusform>%1 von %n Datenbanken im Satz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) and all files, %1</source>
        <translation>
            <numerusform>%n Datenbank und alle Dateien, %1</numerusform>
            <numerusform>%n Datenbanken und alle Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht verifiziert</translation>
    </message>
    <message>
        <source>Digests match, the databases are sound</source>
        <translation>Prüfsummen und Datenbanken stimmen</translation>
    </message>
    <message>
        <source>A restore from it passed its checks</source>
        <translation>Eine Wiederherstellung daraus hat ihre Prüfungen bestanden</translation>
    </message>
    <message>
        <source>No restore has proven a backup yet</source>
        <translation>Durch keine Wiederherstellung erprobt</translation>
    </message>
    <message>
        <source>Not this one yet; last proven %1, %2 ago</source>
        <translation>Diese noch nicht; zuletzt erprobt %1, vor %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupSweepStep</name>
    <message numerus="yes">
        <source>Remove %n folder(s) that are no longer needed</source>
        <translation>
            <numerusform>%n nicht mehr gebrauchten Ordner entfernen</numerusform>
            <numerusform>%n nicht mehr gebrauchte Ordner entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is not one that may be removed here.</source>
        <translation>Dieser Ordner ist keiner, der hier entfernt werden darf.</translation>
    </message>
    <message>
        <source>Removed folders cannot be brought back.</source>
        <translation>Entfernte Ordner sind nicht zurückzuholen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupToolbar</name>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>Aus Datei wiederherstellen…</translation>
    </message>
    <message>
        <source>Retention…</source>
        <translation>Aufbewahrung…</translation>
    </message>
    <message>
        <source>Filter backups</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Restore side by side…</source>
        <translation>Daneben wiederherstellen…</translation>
    </message>
    <message>
        <source>Back up offline…</source>
        <translation>Offline sichern…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupVerifyStep</name>
    <message>
        <source>Verify %1 from its files</source>
        <translation>%1 anhand der Dateien verifizieren</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupsController</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily</source>
        <translation>
            <numerusform>%n täglich</numerusform>
            <numerusform>%n täglich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekly</source>
        <translation>
            <numerusform>%n wöchentlich</numerusform>
            <numerusform>%n wöchentlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n monthly</source>
        <translation>
            <numerusform>%n monatlich</numerusform>
            <numerusform>%n monatlich</numerusform>
        </translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Reading the backups was stopped.</source>
        <translation>Das Lesen der Sicherungen wurde gestoppt.</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Reading a backup&apos;s manifest</source>
        <translation>Das Manifest einer Sicherung wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n more backup(s) lie(s) where this instance kept them before: %1</source>
        <translation>
            <numerusform>%n weitere Sicherung liegt im früheren Ordner dieser Instanz: %1</numerusform>
            <numerusform>%n weitere Sicherungen liegen in früheren Ordnern dieser Instanz: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupsPage</name>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Backups of this instance</source>
        <translation>Sicherungen dieser Instanz</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>The path of the backup is on the clipboard.</source>
        <translation>Der Pfad der Sicherung liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The backups cannot be read</source>
        <translation>Die Sicherungen können nicht gelesen werden</translation>
    </message>
    <message>
        <source>As of %1, %2 old</source>
        <translation>Stand %1, %2 alt</translation>
    </message>
    <message>
        <source>No backup matches the filter.</source>
        <translation>Keine Sicherung passt zum Filter.</translation>
    </message>
    <message>
        <source>No backup yet. The runbook asks for one a day.</source>
        <translation>Noch keine Sicherung. Das Runbook verlangt eine am Tag.</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch nichts gelesen.</translation>
    </message>
    <message>
        <source>Select a backup first.</source>
        <translation>Zuerst eine Sicherung wählen.</translation>
    </message>
    <message>
        <source>This backup does not count, so nothing is restored from it.</source>
        <translation>Diese Sicherung zählt nicht, deshalb wird aus ihr nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>Check at least one database.</source>
        <translation>Mindestens eine Datenbank ankreuzen.</translation>
    </message>
    <message>
        <source>The backups were not read yet.</source>
        <translation>Die Sicherungen wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Restore side by side…</source>
        <translation>Daneben wiederherstellen…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Restore side by side: in which folder?</source>
        <translation>Daneben wiederherstellen: in welchen Ordner?</translation>
    </message>
    <message>
        <source>Restore from a file</source>
        <translation>Aus einer Datei wiederherstellen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups (*.tar.gz *.tgz *.tar.zst *.db *.dump *.dump.zst toc.dat);;All files (*)</source>
        <translation>Sicherungen (*.tar.gz *.tgz *.tar.zst *.db *.dump *.dump.zst toc.dat);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pilothouse::Badge</name>
    <message>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::BesideEndStep</name>
    <message>
        <source>Stop the server beside the live one</source>
        <translation>Den Server neben dem laufenden stoppen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 is no folder that Pilothouse has made.</source>
        <translation>%1 ist kein Ordner, den Pilothouse angelegt hat.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BesideStartStep</name>
    <message>
        <source>Start it beside the live server, and recover to the wanted time</source>
        <translation>Neben dem laufenden Server starten und bis zum gewünschten Zeitpunkt nachspielen</translation>
    </message>
    <message>
        <source>The restored server has ended before it reached the wanted time.</source>
        <translation>Der wiederhergestellte Server hat vor dem gewünschten Zeitpunkt geendet.</translation>
    </message>
    <message>
        <source>The live server is untouched. Choose another time, or look into the log.</source>
        <translation>Der laufende Server ist unberührt. Einen anderen Zeitpunkt wählen oder ins Protokoll sehen.</translation>
    </message>
    <message>
        <source>The recovery takes too long.</source>
        <translation>Das Nachspielen dauert zu lange.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::Button</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>pilothouse::CandidateModel</name>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>als %1</translation>
    </message>
    <message>
        <source>Cannot be added</source>
        <translation>Nicht hinzufügbar</translation>
    </message>
    <message>
        <source>No profile fits</source>
        <translation>Kein Profil passt</translation>
    </message>
    <message>
        <source>choose one yourself</source>
        <translation>selbst eines wählen</translation>
    </message>
    <message>
        <source>Profile may fit</source>
        <translation>Profil passt vielleicht</translation>
    </message>
    <message>
        <source>Profile fits</source>
        <translation>Profil passt</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>kein Profil</translation>
    </message>
</context>
<context>
    <name>pilothouse::CheckKeepStep</name>
    <message>
        <source>Note that the statistics of %1 are new</source>
        <translation>Vermerken, dass die Statistik von %1 neu ist</translation>
    </message>
    <message>
        <source>Check the foreign keys of %1</source>
        <translation>Die Fremdschlüssel von %1 prüfen</translation>
    </message>
    <message>
        <source>Check the structure of %1</source>
        <translation>Den Aufbau von %1 prüfen</translation>
    </message>
    <message>
        <source>The check found problems.</source>
        <translation>Die Prüfung fand Probleme.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or salvage what can be read.</source>
        <translation>Aus einer Sicherung wiederherstellen oder retten, was lesbar ist.</translation>
    </message>
    <message>
        <source>Look at the rows that it names.</source>
        <translation>Sehen Sie sich die genannten Zeilen an.</translation>
    </message>
</context>
<context>
    <name>pilothouse::CloseQuestion</name>
    <message>
        <source>Quit Pilothouse</source>
        <translation>Pilothouse beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) running</source>
        <translation>
            <numerusform>%n Vorgang läuft</numerusform>
            <numerusform>%n Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs is cancelled and what it did so far is put back. The window closes when that is done.</source>
        <translation>Was läuft, wird abgebrochen, und was es bisher getan hat, wird zurückgenommen. Das Fenster schließt danach.</translation>
    </message>
    <message>
        <source>Cancel operations and quit</source>
        <translation>Vorgänge abbrechen und beenden</translation>
    </message>
</context>
<context>
    <name>pilothouse::ClusterSettingsStep</name>
    <message>
        <source>Set %1 of the server</source>
        <translation>%1 des Servers setzen</translation>
    </message>
</context>
<context>
    <name>pilothouse::ClusterSwapStep</name>
    <message>
        <source>Put the restored data directory in the place of the old one, which is kept</source>
        <translation>Das wiederhergestellte Datenverzeichnis an die Stelle des alten setzen, das erhalten bleibt</translation>
    </message>
    <message>
        <source>%1 is no folder of such a restore.</source>
        <translation>%1 ist kein Ordner einer solchen Wiederherstellung.</translation>
    </message>
    <message>
        <source>A database server still runs on one of the folders.</source>
        <translation>Auf einem der Ordner läuft noch ein Datenbankserver.</translation>
    </message>
    <message>
        <source>There is no restored data directory.</source>
        <translation>Es gibt kein wiederhergestelltes Datenverzeichnis.</translation>
    </message>
    <message>
        <source>A database server still runs on %1.</source>
        <translation>Auf %1 läuft noch ein Datenbankserver.</translation>
    </message>
    <message>
        <source>%1 (the data directory before)</source>
        <translation>%1 (das Datenverzeichnis davor)</translation>
    </message>
</context>
<context>
    <name>pilothouse::ClusterSwitchStep</name>
    <message>
        <source>Stop the database server</source>
        <translation>Den Datenbankserver stoppen</translation>
    </message>
    <message>
        <source>Start the database server</source>
        <translation>Den Datenbankserver starten</translation>
    </message>
    <message>
        <source>The database server has ended again.</source>
        <translation>Der Datenbankserver hat wieder geendet.</translation>
    </message>
    <message>
        <source>Its log says why.</source>
        <translation>Sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The database server does not become ready.</source>
        <translation>Der Datenbankserver wird nicht bereit.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ClusterWord</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Go to or do anything</source>
        <translation>Zu allem gehen, alles tun</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>öffnen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>other instance</source>
        <translation>andere Instanz</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>Each change shows its plan first</source>
        <translation>Jede Änderung zeigt zuerst ihren Plan</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Nothing fits. Fewer letters find more.</source>
        <translation>Nichts passt. Weniger Buchstaben finden mehr.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConfigurationController</name>
    <message>
        <source>Reading the configuration</source>
        <translation>Liest die Konfiguration</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), each as it should be</source>
        <translation>
            <numerusform>%n Datei, wie sie sein soll</numerusform>
            <numerusform>%n Dateien, jede wie sie sein soll</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Permissions of the files</source>
        <translation>Rechte der Dateien</translation>
    </message>
    <message>
        <source>Who can reach the service</source>
        <translation>Wer den Dienst erreicht</translation>
    </message>
    <message>
        <source>Put back now…</source>
        <translation>Jetzt zurücksetzen…</translation>
    </message>
    <message>
        <source>%1 should have gone back</source>
        <translation>%1 hätte zurückgehen sollen</translation>
    </message>
    <message>
        <source>That was due at %1, and this machine or what waits did not run then.</source>
        <translation>Das war um %1 fällig, und dieser Rechner oder was darauf wartet, lief da nicht.</translation>
    </message>
    <message>
        <source>%1 goes back by itself</source>
        <translation>%1 geht von selbst zurück</translation>
    </message>
    <message>
        <source>At %1, with a restart, whether or not Pilothouse is open.</source>
        <translation>Um %1, mit einem Neustart, ob Pilothouse offen ist oder nicht.</translation>
    </message>
    <message>
        <source>Set permissions</source>
        <translation>Rechte setzen</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ContainerBridge</name>
    <message>
        <source>Nothing in this container can carry a connection to its port %1 out.</source>
        <translation>Nichts in diesem Container kann eine Verbindung zu seinem Port %1 nach außen tragen.</translation>
    </message>
    <message>
        <source>Publish the port, or use an image with bash, socat or busybox (PostgreSQL&apos;s own have bash).</source>
        <translation>Veröffentlichen Sie den Port, oder nehmen Sie ein Image mit bash, socat oder busybox (die von PostgreSQL haben bash).</translation>
    </message>
    <message>
        <source>This path is too long for a socket.</source>
        <translation>Dieser Pfad ist zu lang für einen Socket.</translation>
    </message>
    <message>
        <source>No socket can be made here.</source>
        <translation>Hier lässt sich kein Socket anlegen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ContainerCopyStep</name>
    <message>
        <source>Copy the data out of the stopped container</source>
        <translation>Die Daten aus dem gestoppten Container kopieren</translation>
    </message>
    <message>
        <source>Pause the container, copy the data out of it, and let it go on</source>
        <translation>Den Container anhalten, die Daten herauskopieren und ihn fortsetzen</translation>
    </message>
    <message>
        <source>The data of this instance is reached directly.</source>
        <translation>Die Daten dieser Instanz sind direkt erreichbar.</translation>
    </message>
    <message>
        <source>The container does not run, or is paused already.</source>
        <translation>Der Container läuft nicht oder ist schon angehalten.</translation>
    </message>
    <message>
        <source>The container still runs.</source>
        <translation>Der Container läuft noch.</translation>
    </message>
    <message>
        <source>Plan this anew.</source>
        <translation>Planen Sie neu.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ContainerPushStep</name>
    <message>
        <source>Bring the changed databases into the container and read them back</source>
        <translation>Die geänderten Datenbanken in den Container bringen und zurücklesen</translation>
    </message>
    <message>
        <source>Read back from the container, a database is not what was sent.</source>
        <translation>Aus dem Container zurückgelesen ist eine Datenbank nicht, was gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 (the databases as they were in the container)</source>
        <translation>%1 (die Datenbanken, wie sie im Container waren)</translation>
    </message>
</context>
<context>
    <name>pilothouse::CronEditStep</name>
    <message>
        <source>Change the crontab of this user</source>
        <translation>Die Crontab dieses Benutzers ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Somebody changed the table of cron meanwhile.</source>
        <translation>Jemand hat die Cron-Tabelle inzwischen geändert.</translation>
    </message>
    <message>
        <source>%1 (the table of cron before the change)</source>
        <translation>%1 (die Cron-Tabelle vor der Änderung)</translation>
    </message>
</context>
<context>
    <name>pilothouse::DataReader</name>
    <message>
        <source>A database on a server cannot be read here.</source>
        <translation>Eine Datenbank auf einem Server kann hier nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The profile has no such database.</source>
        <translation>Das Profil hat keine solche Datenbank.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DataTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabaseLock</name>
    <message>
        <source>Wait until that has ended, or cancel it there, then try again.</source>
        <translation>Warten Sie, bis das beendet ist, oder brechen Sie es dort ab, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>session %1 of the server</source>
        <translation>Sitzung %1 des Servers</translation>
    </message>
    <message>
        <source>Another program works on this database: %1</source>
        <translation>Ein anderes Programm arbeitet an dieser Datenbank: %1</translation>
    </message>
    <message>
        <source>Another Pilothouse works on this database: %1, since %2 (operation %3).</source>
        <translation>Ein anderes Pilothouse arbeitet an dieser Datenbank: %1, seit %2 (Vorgang %3).</translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabasePane</name>
    <message>
        <source>%1 %2, took %3</source>
        <translation>%1 %2, Dauer %3</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Who holds the file</source>
        <translation>Wer die Datei hält</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Check in full</source>
        <translation>Gründlich prüfen</translation>
    </message>
    <message>
        <source>Runs integrity_check: it reads every page and compares every index.</source>
        <translation>Führt integrity_check aus: liest jede Seite und vergleicht jeden Index.</translation>
    </message>
    <message>
        <source>Integrity: %1</source>
        <translation>Integrität: %1</translation>
    </message>
    <message>
        <source>Nobody has looked yet. Check reads the file without locking it.</source>
        <translation>Noch hat niemand nachgesehen. Die Prüfung liest die Datei, ohne sie zu sperren.</translation>
    </message>
    <message>
        <source>Foreign keys: %1</source>
        <translation>Fremdschlüssel: %1</translation>
    </message>
    <message>
        <source>foreign_key_check has nothing to look at</source>
        <translation>foreign_key_check hat nichts zu prüfen</translation>
    </message>
    <message>
        <source>Nobody has looked yet.</source>
        <translation>Noch hat niemand nachgesehen.</translation>
    </message>
    <message>
        <source>has it open, runs since %1</source>
        <translation>hat sie offen, läuft seit %1</translation>
    </message>
    <message>
        <source>has it open</source>
        <translation>hat sie offen</translation>
    </message>
    <message>
        <source>%1, process %2</source>
        <translation>%1, Prozess %2</translation>
    </message>
    <message>
        <source>Nobody has it open</source>
        <translation>Niemand hat sie offen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>No process of this machine holds the file or its sidecars.</source>
        <translation>Kein Prozess dieser Maschine hält die Datei oder ihre Begleitdateien.</translation>
    </message>
    <message>
        <source>Others may hold it</source>
        <translation>Andere halten sie vielleicht</translation>
    </message>
    <message>
        <source>Processes of other users cannot be looked into.</source>
        <translation>In Prozesse anderer Benutzer kann nicht hineingesehen werden.</translation>
    </message>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>read-only, one short statement at a time</source>
        <translation>nur lesend, je eine kurze Anweisung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Owner, mode</source>
        <translation>Eigentümer, Rechte</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Free pages of %1</source>
        <translation>Freie Seiten von %1</translation>
    </message>
    <message>
        <source>under a second</source>
        <translation>unter einer Sekunde</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Encoding, user version</source>
        <translation>Kodierung, Benutzerversion</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>read-only sessions</source>
        <translation>nur lesende Sitzungen</translation>
    </message>
    <message>
        <source>The file was replaced since (%1). What was checked before was another one.</source>
        <translation>Die Datei wurde seither ersetzt (%1). Was zuvor geprüft wurde, war eine andere.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabaseTwin</name>
    <message>
        <source>The right &quot;%1&quot; is not known.</source>
        <translation>Das Recht „%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) did not end.</source>
        <translation>
            <numerusform>%n Sitzung endete nicht.</numerusform>
            <numerusform>%n Sitzungen endeten nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look who they are under Sessions, end them, then try again.</source>
        <translation>Unter Sitzungen nachsehen, wer sie sind, sie beenden und es dann erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabasesCard</name>
    <message>
        <source>does not grow</source>
        <translation>wächst nicht</translation>
    </message>
    <message>
        <source>%1 / day</source>
        <translation>%1 / Tag</translation>
    </message>
    <message>
        <source>Its file is missing</source>
        <translation>Ihre Datei fehlt</translation>
    </message>
    <message>
        <source>SQLite, WAL</source>
        <translation>SQLite, WAL</translation>
    </message>
    <message>
        <source>SQLite, WAL off</source>
        <translation>SQLite, WAL aus</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>None in the profile</source>
        <translation>Keine im Profil</translation>
    </message>
    <message>
        <source>PostgreSQL, %1 of %2 connections</source>
        <translation>PostgreSQL, %1 von %2 Verbindungen</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabasesController</name>
    <message>
        <source>Stopped.</source>
        <translation>Gestoppt.</translation>
    </message>
    <message>
        <source>Reading the databases</source>
        <translation>Datenbanken werden gelesen</translation>
    </message>
    <message>
        <source>Checking the databases</source>
        <translation>Datenbanken werden geprüft</translation>
    </message>
    <message>
        <source>The check was stopped. What was checked before is kept.</source>
        <translation>Die Prüfung wurde gestoppt. Was vorher geprüft war, bleibt.</translation>
    </message>
    <message>
        <source>Not checked: %1</source>
        <translation>Nicht geprüft: %1</translation>
    </message>
    <message>
        <source>Every check passed.</source>
        <translation>Jede Prüfung bestanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) found problems.</source>
        <translation>
            <numerusform>%n Prüfung fand Probleme.</numerusform>
            <numerusform>%n Prüfungen fanden Probleme.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabasesPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Runs quick_check and foreign_key_check on every database. It only reads.</source>
        <translation>Führt quick_check und foreign_key_check auf jeder Datenbank aus. Liest nur.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Look into the tables of the chosen database.</source>
        <translation>In die Tabellen der gewählten Datenbank sehen.</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>Tabelle exportieren…</translation>
    </message>
    <message>
        <source>Databases of this instance</source>
        <translation>Datenbanken dieser Instanz</translation>
    </message>
    <message>
        <source>The profile of this service knows no database.</source>
        <translation>Das Profil dieses Dienstes kennt keine Datenbank.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Reading the databases</source>
        <translation>Datenbanken werden gelesen</translation>
    </message>
    <message>
        <source>As of %1, %2 old</source>
        <translation>Stand %1, %2 alt</translation>
    </message>
    <message>
        <source>%1, read %2 without locking</source>
        <translation>%1, %2 ohne Sperre gelesen</translation>
    </message>
    <message>
        <source>The databases of %1 cannot be read</source>
        <translation>Die Datenbanken von %1 können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Export the rows that are shown</source>
        <translation>Die gezeigten Zeilen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
</context>
<context>
    <name>pilothouse::DemoService</name>
    <message>
        <source>The pid file cannot be written.</source>
        <translation>Die PID-Datei kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>pilothouse::DetailDrawer</name>
    <message>
        <source>Details (F4)</source>
        <translation>Details (F4)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>pilothouse::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pilothouse::DiscoveryController</name>
    <message>
        <source>Looking for services</source>
        <translation>Suche nach Diensten</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillCard</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>no backup before</source>
        <translation>keine Sicherung davor</translation>
    </message>
    <message>
        <source>Recovery drill</source>
        <translation>Wiederherstellungsübung</translation>
    </message>
    <message>
        <source>Run a drill…</source>
        <translation>Übung ausführen…</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>Recovery time (RTO)</source>
        <translation>Wiederherstellungszeit (RTO)</translation>
    </message>
    <message>
        <source>Data loss (RPO)</source>
        <translation>Datenverlust (RPO)</translation>
    </message>
    <message>
        <source>From the first byte read out of the backup to the last proof</source>
        <translation>Vom ersten aus der Sicherung gelesenen Byte bis zum letzten Nachweis</translation>
    </message>
    <message>
        <source>Age of the newest backup when the drill began: what a failure would have cost</source>
        <translation>Alter der neuesten Sicherung zu Beginn der Übung: was ein Ausfall gekostet hätte</translation>
    </message>
    <message>
        <source>No drill yet: nothing shows that a backup can be restored.</source>
        <translation>Noch keine Übung: Nichts zeigt, dass sich eine Sicherung wiederherstellen lässt.</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Überfällig</translation>
    </message>
    <message numerus="yes">
        <source>Due every %n day(s)</source>
        <translation>
            <numerusform>Fällig jeden Tag</numerusform>
            <numerusform>Fällig alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, report signed</source>
        <translation>%1, Bericht signiert</translation>
    </message>
    <message>
        <source>%1, report not signed</source>
        <translation>%1, Bericht nicht signiert</translation>
    </message>
    <message>
        <source>Open its report</source>
        <translation>Ihren Bericht öffnen</translation>
    </message>
    <message>
        <source>The next drill was due on %1</source>
        <translation>Die nächste Übung war am %1 fällig</translation>
    </message>
    <message>
        <source>Next drill due on %1</source>
        <translation>Nächste Übung am %1 fällig</translation>
    </message>
    <message>
        <source>Schedule…</source>
        <translation>Zeitplan…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>Schlüssel…</translation>
    </message>
    <message>
        <source>Run drills by themselves</source>
        <translation>Übungen von selbst laufen lassen</translation>
    </message>
    <message>
        <source>Run no drill by itself any more</source>
        <translation>Keine Übung mehr von selbst laufen lassen</translation>
    </message>
    <message>
        <source>Keep the key with which a drill writes its marker through the service</source>
        <translation>Den Schlüssel aufbewahren, mit dem eine Übung ihre Marke durch den Dienst schreibt</translation>
    </message>
    <message>
        <source>No drill is run by itself.</source>
        <translation>Keine Übung läuft von selbst.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillChooseStep</name>
    <message>
        <source>Choose what to look for in the copy: the newest row</source>
        <translation>Festlegen, was in der Kopie gesucht wird: die neueste Zeile</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillDropStep</name>
    <message>
        <source>Remove the database %1</source>
        <translation>Die Datenbank %1 entfernen</translation>
    </message>
    <message>
        <source>This database does not belong to the drill.</source>
        <translation>Diese Datenbank gehört nicht zur Übung.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillFindStep</name>
    <message>
        <source>Look for the marker in the copy</source>
        <translation>Die Marke in der Kopie suchen</translation>
    </message>
    <message>
        <source>The copy does not have the marker.</source>
        <translation>Die Kopie hat die Marke nicht.</translation>
    </message>
    <message>
        <source>What is written just before a backup is not in it. Look how the service stores its data.</source>
        <translation>Was kurz vor einer Sicherung geschrieben wird, fehlt darin. Prüfen Sie, wie der Dienst seine Daten speichert.</translation>
    </message>
    <message>
        <source>This does not hold: %1</source>
        <translation>Das gilt nicht: %1</translation>
    </message>
    <message>
        <source>%1 rows are against it.</source>
        <translation>%1 Zeilen sprechen dagegen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillKeyDialog</name>
    <message>
        <source>Key for the drills of %1</source>
        <translation>Schlüssel für die Übungen von %1</translation>
    </message>
    <message>
        <source>With it a drill writes its marker through the service, as a client would.</source>
        <translation>Damit schreibt eine Übung ihre Marke durch den Dienst, wie ein Client es täte.</translation>
    </message>
    <message>
        <source>Key or token</source>
        <translation>Schlüssel oder Token</translation>
    </message>
    <message>
        <source>Kept in the keychain, shown nowhere. A key that is kept already is replaced.</source>
        <translation>Liegt im Schlüsselbund und wird nirgends angezeigt. Ein schon aufbewahrter Schlüssel wird ersetzt.</translation>
    </message>
    <message>
        <source>Forget the kept key</source>
        <translation>Aufbewahrten Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel aufbewahren</translation>
    </message>
    <message>
        <source>Give the key.</source>
        <translation>Geben Sie den Schlüssel an.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillMarkStep</name>
    <message>
        <source>Leave a marker through the service</source>
        <translation>Über den Dienst eine Marke setzen</translation>
    </message>
    <message>
        <source>The service has taken the marker, and the database does not have it.</source>
        <translation>Der Dienst hat die Marke angenommen, aber die Datenbank hat sie nicht.</translation>
    </message>
    <message>
        <source>Look whether the service works on this database.</source>
        <translation>Prüfen Sie, ob der Dienst mit dieser Datenbank arbeitet.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillOpenStep</name>
    <message>
        <source>Note that a drill is under way</source>
        <translation>Vermerken, dass eine Übung läuft</translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillUnmarkStep</name>
    <message>
        <source>Take the marker out again</source>
        <translation>Die Marke wieder entfernen</translation>
    </message>
</context>
<context>
    <name>pilothouse::DumpProgress</name>
    <message>
        <source>%1, table %2 of %3</source>
        <translation>%1, Tabelle %2 von %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::EndNotices</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::EntitiesController</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>pilothouse::EntitiesPage</name>
    <message>
        <source>Records</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>What the service has of this kind</source>
        <translation>Was der Dienst von dieser Art hat</translation>
    </message>
    <message>
        <source>The profile of this service knows no records.</source>
        <translation>Das Profil dieses Dienstes kennt keine Datensätze.</translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation>Von dieser Art gibt es nichts.</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <translation>%1, gelesen %2</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1, angezeigt</translation>
    </message>
    <message>
        <source>The records of %1 cannot be read</source>
        <translation>Die Datensätze von %1 können nicht gelesen werden</translation>
    </message>
    <message>
        <source>It does not apply to this one as it is now.</source>
        <translation>Auf dieses trifft es, wie es jetzt ist, nicht zu.</translation>
    </message>
    <message>
        <source>Choose one in the table.</source>
        <translation>Eines in der Tabelle wählen.</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür es ist</translation>
    </message>
</context>
<context>
    <name>pilothouse::EntityModel</name>
    <message>
        <source>%1. Another name looks the same: they differ in characters that cannot be seen.</source>
        <translation>%1. Ein anderer Name sieht gleich aus: sie unterscheiden sich in unsichtbaren Zeichen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::EnvironmentCard</name>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>In effect</source>
        <translation>Wirksam</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Environment of the service</source>
        <translation>Umgebung des Dienstes</translation>
    </message>
    <message>
        <source>No variable is set.</source>
        <translation>Keine Variable gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n Variable</numerusform>
            <numerusform>%n Variablen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them secret</source>
        <translation>
            <numerusform>%n davon geheim</numerusform>
            <numerusform>%n davon geheim</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::EnvironmentChoice</name>
    <message>
        <source>Production: read-only until it is unlocked for some minutes; each unlock is in the audit.</source>
        <translation>Produktion: nur lesbar, bis sie für einige Minuten entsperrt wird; jedes Entsperren steht im Audit.</translation>
    </message>
    <message>
        <source>Staging: never locked; what disturbs the service is asked first.</source>
        <translation>Staging: nie gesperrt; was den Dienst stört, wird vorher gefragt.</translation>
    </message>
    <message>
        <source>Development: never locked; what disturbs the service is asked first.</source>
        <translation>Entwicklung: nie gesperrt; was den Dienst stört, wird vorher gefragt.</translation>
    </message>
    <message>
        <source>Not chosen: it is treated as development and carries no colour.</source>
        <translation>Nicht gewählt: wird wie Entwicklung behandelt und hat keine Farbe.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectClusterStep</name>
    <message>
        <source>Read %1 through on the live server</source>
        <translation>%1 auf dem laufenden Server ganz lesen</translation>
    </message>
    <message>
        <source>Read %1 through in the restored copy</source>
        <translation>%1 in der wiederhergestellten Kopie ganz lesen</translation>
    </message>
    <message>
        <source>The server is still in recovery.</source>
        <translation>Der Server spielt noch nach.</translation>
    </message>
    <message>
        <source>The index %1 is not valid.</source>
        <translation>Der Index %1 ist nicht gültig.</translation>
    </message>
    <message>
        <source>This does not hold: %1</source>
        <translation>Das gilt nicht: %1</translation>
    </message>
    <message>
        <source>%1 rows are against it.</source>
        <translation>%1 Zeilen sprechen dagegen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectContentsStep</name>
    <message numerus="yes">
        <source>Compare every row of %n database(s) with the backup</source>
        <translation>
            <numerusform>Jede Zeile von %n Datenbank mit der Sicherung vergleichen</numerusform>
            <numerusform>Jede Zeile von %n Datenbanken mit der Sicherung vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such database.</source>
        <translation>Diese Datenbank gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectDigest</name>
    <message>
        <source>Compare the content of %1</source>
        <translation>Inhalt von %1 vergleichen</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectKeptStep</name>
    <message>
        <source>Check that %1 is sound and has lost no rows</source>
        <translation>Prüfen, dass %1 heil ist und keine Zeilen verloren hat</translation>
    </message>
    <message>
        <source>The new version has given its tables a layout that the profile does not know.</source>
        <translation>Die neue Version hat den Tabellen einen Aufbau gegeben, den das Profil nicht kennt.</translation>
    </message>
    <message>
        <source>The database is damaged: %1</source>
        <translation>Die Datenbank ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The table %1 is gone.</source>
        <translation>Die Tabelle %1 ist weg.</translation>
    </message>
    <message>
        <source>The table %1 had %2 rows and has %3.</source>
        <translation>Die Tabelle %1 hatte %2 Zeilen und hat %3.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectRows</name>
    <message>
        <source>Count the rows of %1</source>
        <translation>Zeilen von %1 zählen</translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectSql</name>
    <message>
        <source>Prove by a query of %1</source>
        <translation>Mit einer Abfrage von %1 nachweisen</translation>
    </message>
</context>
<context>
    <name>pilothouse::FileSetAside</name>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>There is something in that place already.</source>
        <translation>An diesem Ort ist schon etwas.</translation>
    </message>
</context>
<context>
    <name>pilothouse::FilterNameDialog</name>
    <message>
        <source>Every instance of this service has it then.</source>
        <translation>Jede Instanz dieses Dienstes hat ihn dann.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Such as: slow logins.</source>
        <translation>Etwa: langsame Anmeldungen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::FindPane</name>
    <message>
        <source>Containers and projects</source>
        <translation>Container und Projekte</translation>
    </message>
    <message>
        <source>systemd units</source>
        <translation>systemd-Units</translation>
    </message>
    <message>
        <source>Processes that listen</source>
        <translation>Lauschende Prozesse</translation>
    </message>
    <message>
        <source>Data folders</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Wo gesucht wird</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Weiterer Ordner …</translation>
    </message>
    <message>
        <source>Found on this machine</source>
        <translation>Auf dieser Maschine gefunden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter what was found</source>
        <translation>Gefundenes filtern</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Look through a folder</source>
        <translation>Einen Ordner durchsuchen</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the list</source>
        <translation>
            <numerusform>%n nicht in der Liste</numerusform>
            <numerusform>%n nicht in der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for services.</source>
        <translation>Dienste werden gesucht.</translation>
    </message>
    <message>
        <source>No service was found. Describe it by hand, or look through another folder.</source>
        <translation>Kein Dienst gefunden. Von Hand beschreiben oder einen weiteren Ordner durchsuchen.</translation>
    </message>
    <message>
        <source>Read: containers, compose projects, units, open ports, data folders.</source>
        <translation>Gelesen: Container, Compose-Projekte, Units, offene Ports, Datenordner.</translation>
    </message>
    <message>
        <source>Nothing was started or written.</source>
        <translation>Nichts wurde gestartet oder geschrieben.</translation>
    </message>
</context>
<context>
    <name>pilothouse::FindingsCard</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies what would mend it.</source>
        <translation>Kopiert, was es beheben würde.</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n zu beheben</numerusform>
            <numerusform>%n zu beheben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FindingsList</name>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
</context>
<context>
    <name>pilothouse::FirstRunPage</name>
    <message>
        <source>Add your first instance</source>
        <translation>Die erste Instanz hinzufügen</translation>
    </message>
    <message>
        <source>An instance is one running service. Adding it changes nothing on it.</source>
        <translation>Eine Instanz ist ein laufender Dienst. Beim Hinzufügen ändert sich an ihm nichts.</translation>
    </message>
    <message>
        <source>Pilothouse needs the folder that holds the service&apos;s data, and how it runs: as a container, as a process, or not known.</source>
        <translation>Pilothouse braucht den Ordner mit den Daten des Dienstes und wie er läuft: als Container, als Prozess oder unbekannt.</translation>
    </message>
    <message>
        <source>Before anything is stored it reads what is there and says where that differs from the profile of the service.</source>
        <translation>Bevor etwas gespeichert wird, liest es, was da ist, und sagt, wo das vom Profil des Dienstes abweicht.</translation>
    </message>
    <message>
        <source>Whatever changes the service later is shown first, step by step, and starts only on your click.</source>
        <translation>Was den Dienst später ändert, wird zuerst Schritt für Schritt gezeigt und beginnt erst auf Klick.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>A service of yours</source>
        <translation>Ein eigener Dienst</translation>
    </message>
    <message>
        <source>Try it without risk</source>
        <translation>Ohne Risiko ausprobieren</translation>
    </message>
    <message>
        <source>A demo service with users, logs and backups. It lives in one folder and leaves no trace.</source>
        <translation>Ein Demodienst mit Benutzern, Logs und Sicherungen. Er lebt in einem Ordner und hinterlässt keine Spur.</translation>
    </message>
    <message>
        <source>No account, no telemetry, no agent. Passwords go to your keyring only.</source>
        <translation>Kein Konto, keine Telemetrie, kein Agent. Passwörter kommen nur in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Find services…</source>
        <translation>Dienste suchen …</translation>
    </message>
    <message>
        <source>Pilothouse looks through containers, units, processes and data folders of this machine. You choose, or describe it yourself.</source>
        <translation>Pilothouse sieht Container, Units, Prozesse und Datenordner dieser Maschine durch. Sie wählen oder beschreiben selbst.</translation>
    </message>
</context>
<context>
    <name>pilothouse::FleetController</name>
    <message>
        <source>container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>files in %1</source>
        <translation>Dateien in %1</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <translation>vor %1 geprüft</translation>
    </message>
    <message>
        <source>Reading the list of instances</source>
        <translation>Die Liste der Instanzen wird gelesen</translation>
    </message>
    <message>
        <source>Writing the audit</source>
        <translation>Das Audit wird geschrieben</translation>
    </message>
    <message>
        <source>Adding %1</source>
        <translation>%1 wird hinzugefügt</translation>
    </message>
    <message>
        <source>Removing %1 from the list</source>
        <translation>%1 wird aus der Liste entfernt</translation>
    </message>
    <message>
        <source>compose %1/%2</source>
        <translation>Compose %1/%2</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Unit %1</translation>
    </message>
    <message>
        <source>Changing %1</source>
        <translation>%1 wird geändert</translation>
    </message>
    <message>
        <source>Looking for changed instances</source>
        <translation>Geänderte Instanzen werden gesucht</translation>
    </message>
</context>
<context>
    <name>pilothouse::GoToLogDialog</name>
    <message>
        <source>Go to a place in this log</source>
        <translation>Zu einer Stelle in diesem Log</translation>
    </message>
    <message>
        <source>Times as the log shows them. Lines count from the oldest rotation on.</source>
        <translation>Zeiten, wie das Log sie zeigt. Zeilen zählen ab der ältesten Rotation.</translation>
    </message>
    <message>
        <source>Time, line or part</source>
        <translation>Zeit, Zeile oder Anteil</translation>
    </message>
    <message>
        <source>Such as 14:30, 2026-11-20 14:30:05, 48112 or 50%.</source>
        <translation>Etwa 14:30, 2026-11-20 14:30:05, 48112 oder 50%.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>There is no such place in this log.</source>
        <translation>Diese Stelle gibt es in diesem Log nicht.</translation>
    </message>
</context>
<context>
    <name>pilothouse::HighlighterRow</name>
    <message>
        <source>Teal, dashed</source>
        <translation>Türkis, gestrichelt</translation>
    </message>
    <message>
        <source>Orange, dotted</source>
        <translation>Orange, gepunktet</translation>
    </message>
    <message>
        <source>Violet, double</source>
        <translation>Violett, doppelt</translation>
    </message>
    <message>
        <source>Blue, solid</source>
        <translation>Blau, durchgezogen</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text that stands out</source>
        <translation>Text, der hervorsticht</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Andere Farbe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>pilothouse::HighlightersDialog</name>
    <message>
        <source>Highlighters</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>What stands out in the logs of every instance of this service.</source>
        <translation>Was in den Logs jeder Instanz dieses Dienstes hervorsticht.</translation>
    </message>
    <message>
        <source>Nothing stands out yet.</source>
        <translation>Noch sticht nichts hervor.</translation>
    </message>
    <message>
        <source>Add a highlighter</source>
        <translation>Hervorhebung hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>pilothouse::HttpNewSecretStep</name>
    <message>
        <source>%1 is not set.</source>
        <translation>%1 ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Ask %1 for a new one</source>
        <translation>Von %1 ein neues erbitten</translation>
    </message>
    <message>
        <source>The service made nothing: it answers with status %1.</source>
        <translation>Der Dienst hat nichts erzeugt: Die Antwort hat den Status %1.</translation>
    </message>
    <message>
        <source>What the service made cannot be unmade from here: look into the list and revoke it.</source>
        <translation>Was der Dienst erzeugt hat, lässt sich von hier nicht ungeschehen machen: in der Liste nachsehen und widerrufen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::InstanceForm</name>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>The name stays: backups and history are kept under it.</source>
        <translation>Der Name bleibt: Sicherungen und Verlauf liegen darunter.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Files only</source>
        <translation>Nur Dateien</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Docker container</source>
        <translation>Docker-Container</translation>
    </message>
    <message>
        <source>Compose project</source>
        <translation>Compose-Projekt</translation>
    </message>
    <message>
        <source>systemd unit</source>
        <translation>systemd-Unit</translation>
    </message>
    <message>
        <source>Empty: the one that the profile knows</source>
        <translation>Leer: die Adresse, die das Profil kennt</translation>
    </message>
    <message>
        <source>Health address</source>
        <translation>Gesundheitsadresse</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>This user</source>
        <translation>Dieser Benutzer</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Unit of</source>
        <translation>Unit von</translation>
    </message>
    <message>
        <source>Command that starts it</source>
        <translation>Befehl zum Starten</translation>
    </message>
    <message>
        <source>Pid file</source>
        <translation>PID-Datei</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Where it runs</source>
        <translation>Wo es läuft</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Backups go to</source>
        <translation>Sicherungen nach</translation>
    </message>
    <message>
        <source>Second copy goes to</source>
        <translation>Zweite Kopie nach</translation>
    </message>
    <message>
        <source>Empty: a folder of Pilothouse&apos;s own</source>
        <translation>Leer: ein eigener Ordner von Pilothouse</translation>
    </message>
    <message>
        <source>Empty: there is none</source>
        <translation>Leer: keine</translation>
    </message>
    <message>
        <source>tar.gz, read everywhere</source>
        <translation>tar.gz, überall lesbar</translation>
    </message>
    <message>
        <source>tar.zst, smaller and faster</source>
        <translation>tar.zst, kleiner und schneller</translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation>Wo die Dinge liegen</translation>
    </message>
    <message>
        <source>Archive format</source>
        <translation>Archivformat</translation>
    </message>
    <message>
        <source>Looking for containers</source>
        <translation>Container werden gesucht</translation>
    </message>
    <message>
        <source>The containers cannot be listed: %1</source>
        <translation>Die Container können nicht aufgelistet werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n container(s) found</source>
        <translation>
            <numerusform>%n Container gefunden</numerusform>
            <numerusform>%n Container gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Read off the container: %1</source>
        <translation>Vom Container gelesen: %1</translation>
    </message>
    <message>
        <source>Empty: where the container keeps it</source>
        <translation>Leer: wo der Container sie hat</translation>
    </message>
    <message>
        <source>Directly, else by the engine</source>
        <translation>Direkt, sonst über die Engine</translation>
    </message>
    <message>
        <source>By the container engine</source>
        <translation>Über die Container-Engine</translation>
    </message>
    <message>
        <source>Data is reached</source>
        <translation>Zugriff auf die Daten</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>Wie im Profil</translation>
    </message>
    <message>
        <source>How long the log is watched for errors after a restore.</source>
        <translation>Wie lange das Log nach einer Wiederherstellung auf Fehler beobachtet wird.</translation>
    </message>
    <message>
        <source>How long what a restore replaced can be put back.</source>
        <translation>Wie lange sich zurücksetzen lässt, was eine Wiederherstellung ersetzt hat.</translation>
    </message>
    <message>
        <source>Watch the log, seconds</source>
        <translation>Log beobachten, Sekunden</translation>
    </message>
    <message>
        <source>Keep safety copies, days</source>
        <translation>Sicherheitskopien, Tage</translation>
    </message>
    <message>
        <source>Empty: as the service itself was told</source>
        <translation>Leer: wie es dem Dienst selbst gesagt ist</translation>
    </message>
    <message>
        <source>Empty: the one that is kept</source>
        <translation>Leer: das abgelegte</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>Kommt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Adresse der Datenbank</translation>
    </message>
    <message>
        <source>Password of its role</source>
        <translation>Passwort ihrer Rolle</translation>
    </message>
</context>
<context>
    <name>pilothouse::InstanceHeader</name>
    <message>
        <source>Restart…</source>
        <translation>Neu starten…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Back up now (Ctrl+B)</source>
        <translation>Jetzt sichern (Strg+B)</translation>
    </message>
    <message>
        <source>Check what is there</source>
        <translation>Prüfen, was da ist</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>Aus der Liste entfernen…</translation>
    </message>
    <message>
        <source>Upgrade…</source>
        <translation>Umstellen …</translation>
    </message>
    <message>
        <source>Troubleshooter…</source>
        <translation>Fehlersuche…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
</context>
<context>
    <name>pilothouse::InstanceView</name>
    <message>
        <source>Pages of the instance</source>
        <translation>Seiten der Instanz</translation>
    </message>
</context>
<context>
    <name>pilothouse::JournalShortenStep</name>
    <message numerus="yes">
        <source>Remove the contents of rows from the journals of %n operation(s)</source>
        <translation>
            <numerusform>Den Inhalt von Zeilen aus dem Journal von %n Vorgang entfernen</numerusform>
            <numerusform>Den Inhalt von Zeilen aus den Journalen von %n Vorgängen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>This operation has not ended.</source>
        <translation>Dieser Vorgang ist nicht beendet.</translation>
    </message>
    <message>
        <source>What was removed from journals cannot be brought back.</source>
        <translation>Was aus Journalen entfernt wurde, ist nicht zurückzuholen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Every key of the window. Nothing that destroys has one. Changed ones are bold.</source>
        <translation>Alle Tasten des Fensters. Nichts Zerstörendes hat eine. Geänderte sind fett.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Eine Taste finden</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste nehmen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>Log: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::LabeledField</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>pilothouse::LastBackupCard</name>
    <message>
        <source>%1 ago, %2, %3</source>
        <translation>vor %1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n Datenbank</numerusform>
            <numerusform>%n Datenbanken</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Its files were not read back yet</source>
        <translation>Ihre Dateien wurden noch nicht zurückgelesen</translation>
    </message>
    <message>
        <source>Digests and structure were read back</source>
        <translation>Prüfsummen und Struktur wurden zurückgelesen</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Nothing was restored from it yet</source>
        <translation>Noch wurde nichts daraus wiederhergestellt</translation>
    </message>
    <message>
        <source>A restore from it passed its proofs</source>
        <translation>Eine Wiederherstellung daraus bestand ihre Nachweise</translation>
    </message>
    <message>
        <source>Proven</source>
        <translation>Erprobt</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>Noch keine Sicherung.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>All backups</source>
        <translation>Alle Sicherungen</translation>
    </message>
    <message>
        <source>A newer one does not count: %1</source>
        <translation>Eine neuere zählt nicht: %1</translation>
    </message>
    <message>
        <source>The last recovery drill failed</source>
        <translation>Die letzte Wiederherstellungsübung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stale: no recovery drill has passed yet</source>
        <translation>Überfällig: Noch keine Wiederherstellungsübung wurde bestanden</translation>
    </message>
</context>
<context>
    <name>pilothouse::LimitsCard</name>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
    <message>
        <source>Limits and use</source>
        <translation>Grenzen und Nutzung</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>such as 2G</source>
        <translation>etwa 2G</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Defined by %1, which decides again when it is created anew.</source>
        <translation>Beschrieben durch: %1. Das entscheidet wieder, wenn er neu angelegt wird.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, at most %2 in 7 days</source>
        <translation>%1, höchstens %2 in 7 Tagen</translation>
    </message>
    <message>
        <source>%1 % of a core, %2</source>
        <translation>%1 % eines Kerns, %2</translation>
    </message>
    <message>
        <source>%1, no limit</source>
        <translation>%1, keine Grenze</translation>
    </message>
</context>
<context>
    <name>pilothouse::LineChart</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
</context>
<context>
    <name>pilothouse::LingerEnableStep</name>
    <message>
        <source>Let this user&apos;s timers run while nobody is logged in</source>
        <translation>Die Timer dieses Benutzers laufen lassen, auch wenn niemand angemeldet ist</translation>
    </message>
    <message>
        <source>loginctl refused to let timers run on.</source>
        <translation>loginctl hat es abgelehnt, Timer weiterlaufen zu lassen.</translation>
    </message>
    <message>
        <source>loginctl did not end the lingering.</source>
        <translation>loginctl hat das Verweilen nicht beendet.</translation>
    </message>
    <message>
        <source>Ask an administrator to run “%1”, or leave it out.</source>
        <translation>Bitten Sie einen Administrator, „%1“ auszuführen, oder lassen Sie es weg.</translation>
    </message>
</context>
<context>
    <name>pilothouse::LoadingBars</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>pilothouse::LoadingLine</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
</context>
<context>
    <name>pilothouse::LockController</name>
    <message>
        <source>Reading the lock</source>
        <translation>Sperre wird gelesen</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Wird gesperrt</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogExportController</name>
    <message>
        <source>Keeping logs as evidence</source>
        <translation>Logs werden als Beweis aufbewahrt</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogExportDialog</name>
    <message>
        <source>Only from %1 to %2, as chosen above the log</source>
        <translation>Nur von %1 bis %2, wie über dem Log gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. The hash of the manifest is in the audit as well.</source>
        <translation>%1, %2. Der Hash des Verzeichnisses steht auch im Audit.</translation>
    </message>
    <message>
        <source>Keep logs of %1 as evidence</source>
        <translation>Logs von %1 als Beweis aufbewahren</translation>
    </message>
    <message>
        <source>A folder with the records, a manifest, and the SHA-256 of each file.</source>
        <translation>Ein Ordner mit den Einträgen, einem Verzeichnis und dem SHA-256 jeder Datei.</translation>
    </message>
    <message>
        <source>Folder that is made</source>
        <translation>Ordner, der angelegt wird</translation>
    </message>
    <message>
        <source>Copy path and hash</source>
        <translation>Pfad und Hash kopieren</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All logs, their files as they are</source>
        <translation>Alle Logs, ihre Dateien wie sie sind</translation>
    </message>
    <message>
        <source>This log with its rotations: %1</source>
        <translation>Dieses Log mit seinen Rotationen: %1</translation>
    </message>
    <message>
        <source>What is found in this log: %1</source>
        <translation>Was in diesem Log gefunden ist: %1</translation>
    </message>
    <message>
        <source>What is found in this log (nothing is looked for)</source>
        <translation>Was in diesem Log gefunden ist (es wird nichts gesucht)</translation>
    </message>
    <message numerus="yes">
        <source>%n marked record(s), with notes</source>
        <translation>
            <numerusform>%n markierter Eintrag, mit Notizen</numerusform>
            <numerusform>%n markierte Einträge, mit Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked records (none is marked)</source>
        <translation>Markierte Einträge (keiner ist markiert)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where the folder is made</source>
        <translation>Wo der Ordner angelegt wird</translation>
    </message>
    <message>
        <source>Write the whole path of a folder.</source>
        <translation>Schreiben Sie den ganzen Pfad eines Ordners.</translation>
    </message>
    <message>
        <source>Keeping the logs</source>
        <translation>Logs werden aufbewahrt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing was kept</source>
        <translation>Nichts wurde aufbewahrt</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogFieldRows</name>
    <message>
        <source>Only records with %1</source>
        <translation>Nur Einträge mit %1</translation>
    </message>
    <message>
        <source>Leave out records with %1</source>
        <translation>Einträge mit %1 weglassen</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogFiguresController</name>
    <message>
        <source>Counting the records of a log</source>
        <translation>Einträge eines Logs werden gezählt</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogFiguresDialog</name>
    <message>
        <source>Count the records of this log</source>
        <translation>Einträge dieses Logs zählen</translation>
    </message>
    <message>
        <source>All of its history. Choose a row to see its records.</source>
        <translation>Seine ganze Geschichte. Wählen Sie eine Zeile, um ihre Einträge zu sehen.</translation>
    </message>
    <message>
        <source>Only what is found in the log</source>
        <translation>Nur was im Log gefunden ist</translation>
    </message>
    <message>
        <source>Only the time that is chosen</source>
        <translation>Nur die gewählte Zeit</translation>
    </message>
    <message>
        <source>What is unusual among requests</source>
        <translation>Was unter den Anfragen auffällt</translation>
    </message>
    <message>
        <source>Figures of the log</source>
        <translation>Zahlen des Logs</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Show these records</source>
        <translation>Diese Einträge zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Of your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Part of the program</source>
        <translation>Teil des Programms</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>such as 1s</source>
        <translation>etwa 1s</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Longer than</source>
        <translation>Länger als</translation>
    </message>
    <message>
        <source>In each</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>No record was found.</source>
        <translation>Kein Eintrag wurde gefunden.</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogFindRow</name>
    <message>
        <source>Find in this log</source>
        <translation>In diesem Log suchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by level, time and fields (F1 says how to write it)</source>
        <translation>Nach Stufe, Zeit und Feldern filtern (F1 sagt, wie man das schreibt)</translation>
    </message>
    <message>
        <source>Only matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Show nothing but lines that match (v); with lines around them (x)</source>
        <translation>Nur Zeilen zeigen, die passen (v); mit Zeilen darum (x)</translation>
    </message>
    <message>
        <source>Filter, such as: level&gt;=warning since:-1h &quot;not found&quot;</source>
        <translation>Filter, etwa: level&gt;=warning since:-1h &quot;not found&quot;</translation>
    </message>
    <message>
        <source>Find in this log, such as: not found</source>
        <translation>In diesem Log suchen, etwa: not found</translation>
    </message>
    <message>
        <source>Not a filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Not a pattern</source>
        <translation>Kein Muster</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Sucht</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogHistogram</name>
    <message>
        <source>Records over time</source>
        <translation>Einträge im Verlauf der Zeit</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 to %2: %3 errors, %4 warnings, %5 others</source>
        <translation>%1 bis %2: Fehler %3, Warnungen %4, andere %5</translation>
    </message>
    <message>
        <source>Shown: %1 to %2</source>
        <translation>Zu sehen: %1 bis %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogLevelRow</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogMatchHead</name>
    <message>
        <source>Hide this view (V)</source>
        <translation>Diese Ansicht ausblenden (V)</translation>
    </message>
    <message>
        <source>Records around each match (x)</source>
        <translation>Einträge um jeden Treffer (x)</translation>
    </message>
    <message>
        <source>Matches alone</source>
        <translation>Nur die Treffer</translation>
    </message>
    <message>
        <source>±%1 records</source>
        <translation>±%1 Einträge</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Darunter</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Show it below the log</source>
        <translation>Unter dem Log zeigen</translation>
    </message>
    <message>
        <source>Show it beside the log</source>
        <translation>Neben dem Log zeigen</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogMatchList</name>
    <message>
        <source>Searching the log</source>
        <translation>Das Log wird durchsucht</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogMatchesPane</name>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Searching, %1 so far</source>
        <translation>Suche läuft, bisher %1</translation>
    </message>
    <message>
        <source>What you find above is listed here.</source>
        <translation>Was Sie oben suchen, wird hier aufgeführt.</translation>
    </message>
    <message>
        <source>Searching. Nothing was found yet.</source>
        <translation>Suche läuft. Noch nichts gefunden.</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>The levels and the time that are chosen hide all matches.</source>
        <translation>Die gewählten Stufen und die gewählte Zeit verbergen alle Treffer.</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogPager</name>
    <message>
        <source>Reading the log</source>
        <translation>Das Log wird gelesen</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogPane</name>
    <message>
        <source>Fatal error</source>
        <translation>Schwerer Fehler</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>Keine Stufe</translation>
    </message>
    <message>
        <source>Further lines</source>
        <translation>Weitere Zeilen</translation>
    </message>
    <message>
        <source>Copy record</source>
        <translation>Eintrag kopieren</translation>
    </message>
    <message>
        <source>Select a record to see all of it.</source>
        <translation>Einen Eintrag wählen, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>time, UTC</source>
        <translation>Zeit, UTC</translation>
    </message>
    <message>
        <source>Note on this mark</source>
        <translation>Notiz zu dieser Marke</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogSettingsCard</name>
    <message>
        <source>set by Pilothouse</source>
        <translation>von Pilothouse gesetzt</translation>
    </message>
    <message>
        <source>from its environment</source>
        <translation>aus seiner Umgebung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>not by itself</source>
        <translation>nicht von selbst</translation>
    </message>
    <message>
        <source>New level</source>
        <translation>Neue Stufe</translation>
    </message>
    <message>
        <source>Goes back after</source>
        <translation>Geht zurück nach</translation>
    </message>
    <message>
        <source>Restart with it…</source>
        <translation>Damit neu starten…</translation>
    </message>
    <message>
        <source>Log driver</source>
        <translation>Log-Treiber</translation>
    </message>
    <message>
        <source>Size of a file</source>
        <translation>Größe einer Datei</translation>
    </message>
    <message>
        <source>Files at most</source>
        <translation>Dateien höchstens</translation>
    </message>
    <message>
        <source>Keep it so…</source>
        <translation>So aufbewahren…</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogShelfController</name>
    <message>
        <source>Reading what is saved for logs</source>
        <translation>Gespeichertes für Logs wird gelesen</translation>
    </message>
    <message>
        <source>Saving the highlighters</source>
        <translation>Hervorhebungen werden gespeichert</translation>
    </message>
    <message>
        <source>Saving a filter</source>
        <translation>Filter wird gespeichert</translation>
    </message>
    <message>
        <source>Renaming a filter</source>
        <translation>Filter wird umbenannt</translation>
    </message>
    <message>
        <source>Removing a filter</source>
        <translation>Filter wird entfernt</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogSidePane</name>
    <message>
        <source>Close this log</source>
        <translation>Dieses Log schließen</translation>
    </message>
    <message>
        <source>Log beside</source>
        <translation>Log daneben</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogStage</name>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>This service has no log that Pilothouse knows of.</source>
        <translation>Dieser Dienst hat kein Log, das Pilothouse kennt.</translation>
    </message>
    <message>
        <source>This log is empty. New lines show here by themselves.</source>
        <translation>Dieses Log ist leer. Neue Zeilen erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Searching. Nothing was found yet.</source>
        <translation>Suche läuft. Noch nichts gefunden.</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>No line is shown. %1 lines are hidden by the levels.</source>
        <translation>Keine Zeile sichtbar. %1 Zeilen sind durch die Stufen ausgeblendet.</translation>
    </message>
    <message>
        <source>No line is shown. The levels and the time that are chosen hide all of them.</source>
        <translation>Keine Zeile ist zu sehen. Die gewählten Stufen und die gewählte Zeit verbergen alle.</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>There is nothing in %1, or it is not there yet. New lines show here by themselves.</source>
        <translation>In %1 steht nichts, oder es gibt sie noch nicht. Neue Zeilen erscheinen hier von selbst.</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogToolbar</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Wrap long lines (Ctrl+W)</source>
        <translation>Lange Zeilen umbrechen (Strg+W)</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogTools</name>
    <message>
        <source>Count the records…</source>
        <translation>Einträge zählen …</translation>
    </message>
    <message>
        <source>Highlighters…</source>
        <translation>Hervorhebungen …</translation>
    </message>
    <message>
        <source>Keep logs as evidence…</source>
        <translation>Logs als Beweis aufbewahren …</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Of this service</source>
        <translation>Von diesem Dienst</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter speichern …</translation>
    </message>
    <message>
        <source>Rename or remove…</source>
        <translation>Umbenennen oder entfernen …</translation>
    </message>
    <message>
        <source>Save a filter</source>
        <translation>Einen Filter speichern</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>1 new line</source>
        <translation>1 neue Zeile</translation>
    </message>
    <message>
        <source>%1 new lines</source>
        <translation>%1 neue Zeilen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>Do not wrap</source>
        <translation>Nicht umbrechen</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Copy without times</source>
        <translation>Ohne Zeiten kopieren</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>Marke entfernen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>As it stands in the log</source>
        <translation>Wie es im Log steht</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten …</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogViewMenu</name>
    <message>
        <source>How logs are laid out</source>
        <translation>Anordnung der Logs</translation>
    </message>
    <message>
        <source>Matches within the log</source>
        <translation>Treffer im Log selbst</translation>
    </message>
    <message>
        <source>Matches below the log</source>
        <translation>Treffer unter dem Log</translation>
    </message>
    <message>
        <source>Matches beside the log</source>
        <translation>Treffer neben dem Log</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Another log beside it</source>
        <translation>Ein weiteres Log daneben</translation>
    </message>
    <message>
        <source>Both at the same moment</source>
        <translation>Beide zur selben Zeit</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogsController</name>
    <message>
        <source>Searching the log</source>
        <translation>Das Log wird durchsucht</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogsPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This log cannot be read</source>
        <translation>Dieses Log kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>This log has ended</source>
        <translation>Dieses Log ist zu Ende</translation>
    </message>
    <message>
        <source>The container stopped or its log was closed. What was read stays here.</source>
        <translation>Der Container stoppte oder sein Log wurde geschlossen. Was gelesen wurde, bleibt hier.</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>What lies further back is being read</source>
        <translation>Was weiter zurückliegt, wird gelesen</translation>
    </message>
    <message>
        <source>%1 so far. It is kept in a file without a name in /var/tmp for as long as this log is shown.</source>
        <translation>Bisher %1. Es liegt in einer Datei ohne Namen in /var/tmp, solange dieses Protokoll gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>pilothouse::LossBox</name>
    <message>
        <source>What is lost</source>
        <translation>Was verloren geht</translation>
    </message>
</context>
<context>
    <name>pilothouse::MainWindow</name>
    <message>
        <source>Add instance…</source>
        <translation>Instanz hinzufügen…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>Narrow list of instances</source>
        <translation>Schmale Liste der Instanzen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>An operation is running on this instance.</source>
        <translation>An dieser Instanz läuft ein Vorgang.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>%1 – Pilothouse</source>
        <translation>%1 – Pilothouse</translation>
    </message>
    <message>
        <source>Keyboard…</source>
        <translation>Tastatur…</translation>
    </message>
    <message>
        <source>Notify when long work ends</source>
        <translation>Melden, wenn lange Arbeit endet</translation>
    </message>
    <message>
        <source>Stay in the tray when closed</source>
        <translation>Beim Schließen in der Leiste bleiben</translation>
    </message>
    <message>
        <source>Show times in UTC</source>
        <translation>Zeiten in UTC zeigen</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenanceController</name>
    <message>
        <source>Reading what needs maintenance</source>
        <translation>Lesen, was zu warten ist</translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenanceList</name>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenancePage</name>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message numerus="yes">
        <source>%n bad</source>
        <translation>
            <numerusform>%n schlecht</numerusform>
            <numerusform>%n schlecht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n fällig</numerusform>
            <numerusform>%n fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Nichts ist fällig</translation>
    </message>
    <message>
        <source>Read all again</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>What needs maintenance cannot be read</source>
        <translation>Was zu warten ist, kann nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenancePane</name>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Select a row to see what it rests on.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, worauf sie beruht.</translation>
    </message>
    <message>
        <source>Space needed</source>
        <translation>Nötiger Platz</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenanceRow</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::ManualWindow</name>
    <message>
        <source>Pilothouse manual</source>
        <translation>Pilothouse-Handbuch</translation>
    </message>
    <message>
        <source>Sections of the manual</source>
        <translation>Abschnitte des Handbuchs</translation>
    </message>
    <message>
        <source>Find in this section</source>
        <translation>In diesem Abschnitt suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Text des Handbuchs</translation>
    </message>
    <message>
        <source>Not in this section.</source>
        <translation>Nicht in diesem Abschnitt.</translation>
    </message>
</context>
<context>
    <name>pilothouse::MatchBar</name>
    <message>
        <source>Errors, warnings and matches in the log</source>
        <translation>Fehler, Warnungen und Treffer im Log</translation>
    </message>
</context>
<context>
    <name>pilothouse::MetricsCard</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 requests, %2 % failed, %3 refused</source>
        <translation>%1 Anfragen, %2 % gescheitert, %3 abgewiesen</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>, %1 je Sekunde</translation>
    </message>
    <message>
        <source>Latency: mean %1, p50 %2, p95 %3, p99 %4</source>
        <translation>Antwortzeit: Mittel %1, p50 %2, p95 %3, p99 %4</translation>
    </message>
    <message>
        <source>never counted</source>
        <translation>nie gezählt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>The service counts seconds into buckets of milliseconds, so the buckets tell no percentiles; nearly all took less than %1 s.</source>
        <translation>Der Dienst zählt Sekunden in Klassen für Millisekunden, daher geben die Klassen keine Perzentile her; fast alle dauerten weniger als %1 s.</translation>
    </message>
    <message>
        <source>What the service counts</source>
        <translation>Was der Dienst zählt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::MountsCard</name>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>In the container</source>
        <translation>Im Container</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf dieser Maschine</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Einhängungen</translation>
    </message>
    <message>
        <source>Mounts of the container</source>
        <translation>Einhängungen des Containers</translation>
    </message>
    <message>
        <source>Nothing is mounted.</source>
        <translation>Nichts ist eingehängt.</translation>
    </message>
</context>
<context>
    <name>pilothouse::NewSecretDialog</name>
    <message>
        <source>The new secret</source>
        <translation>Das neue Geheimnis</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. Copy it to where it is used.</source>
        <translation>Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt. Dorthin kopieren, wo es gebraucht wird.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pilothouse::OperationDock</name>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Show or hide the operations (Ctrl+J)</source>
        <translation>Vorgänge zeigen oder verbergen (Strg+J)</translation>
    </message>
    <message>
        <source>Cancel and put back</source>
        <translation>Abbrechen und zurücknehmen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Zur Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Copy commands and output</source>
        <translation>Befehle und Ausgaben kopieren</translation>
    </message>
    <message>
        <source>Commands and output</source>
        <translation>Befehle und Ausgaben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cancelling; what was done is put back.</source>
        <translation>Wird abgebrochen; Getanes wird zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1, Dauer %2</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>To finish by hand:</source>
        <translation>Von Hand zu Ende bringen:</translation>
    </message>
    <message>
        <source>It is done. %1</source>
        <translation>Es ist erledigt. %1</translation>
    </message>
    <message>
        <source>Last: %1 (%2)</source>
        <translation>Zuletzt: %1 (%2)</translation>
    </message>
    <message>
        <source>Last: %1 (%2), %3</source>
        <translation>Zuletzt: %1 (%2), %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::OperationRunner</name>
    <message>
        <source>The work ended with an error of the program itself.</source>
        <translation>Die Arbeit endete mit einem Fehler des Programms selbst.</translation>
    </message>
</context>
<context>
    <name>pilothouse::OperationsController</name>
    <message>
        <source>Planning</source>
        <translation>Wird geplant</translation>
    </message>
    <message>
        <source>Acknowledging</source>
        <translation>Kenntnisnahme wird eingetragen</translation>
    </message>
    <message>
        <source>Reading operations</source>
        <translation>Vorgänge werden gelesen</translation>
    </message>
    <message>
        <source>Reading what can be put back</source>
        <translation>Lesen, was sich zurücknehmen lässt</translation>
    </message>
</context>
<context>
    <name>pilothouse::OverviewController</name>
    <message>
        <source>Reading what was measured</source>
        <translation>Messwerte werden gelesen</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Reading environment and mounts</source>
        <translation>Umgebung und Einhängungen werden gelesen</translation>
    </message>
    <message>
        <source>Reading starts and connections</source>
        <translation>Starts und Verbindungen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the service&apos;s own numbers</source>
        <translation>Die eigenen Zahlen des Dienstes werden gelesen</translation>
    </message>
</context>
<context>
    <name>pilothouse::OverviewPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Log zeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Response time in milliseconds, last 6 hours</source>
        <translation>Antwortzeit in Millisekunden, letzte 6 Stunden</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU und Speicher</translation>
    </message>
    <message>
        <source>CPU in percent of a core and memory in percent of its limit, last 6 hours</source>
        <translation>CPU in Prozent eines Kerns und Speicher in Prozent seiner Grenze, letzte 6 Stunden</translation>
    </message>
    <message>
        <source>last 6 h</source>
        <translation>letzte 6 h</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1, ms</source>
        <translation>%1, ms</translation>
    </message>
    <message>
        <source>%1, %</source>
        <translation>%1, %</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Troubleshooter…</source>
        <translation>Fehlersuche…</translation>
    </message>
    <message>
        <source>No answer has been measured: no address of the service has been asked yet.</source>
        <translation>Keine Antwort wurde gemessen: Noch wurde keine Adresse des Dienstes gefragt.</translation>
    </message>
    <message>
        <source>There is no process to measure: only files are looked at here.</source>
        <translation>Hier gibt es keinen Prozess zu messen: Es werden nur Dateien betrachtet.</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::Padlock</name>
    <message>
        <source>Production locked</source>
        <translation>Produktion gesperrt</translation>
    </message>
    <message>
        <source>Unlocked, %1 left</source>
        <translation>Entsperrt, noch %1</translation>
    </message>
    <message>
        <source>Production locked; press to unlock</source>
        <translation>Produktion gesperrt; drücken, um zu entsperren</translation>
    </message>
    <message>
        <source>Production unlocked; press to lock</source>
        <translation>Produktion entsperrt; drücken, um zu sperren</translation>
    </message>
    <message>
        <source>Nothing of this instance changes until it is unlocked</source>
        <translation>Nichts an dieser Instanz ändert sich, bis sie entsperrt wird</translation>
    </message>
    <message>
        <source>Lock now (Ctrl+Shift+L)</source>
        <translation>Jetzt sperren (Strg+Umschalt+L)</translation>
    </message>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Für %n Minute entsperren</numerusform>
            <numerusform>Für %n Minuten entsperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlocked for %n more minute(s)</source>
        <translation>
            <numerusform>Noch %n Minute entsperrt lassen</numerusform>
            <numerusform>Noch %n Minuten entsperrt lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
</context>
<context>
    <name>pilothouse::PaletteController</name>
    <message>
        <source>Backup of %1</source>
        <translation>Sicherung vom %1</translation>
    </message>
    <message>
        <source>Reading the backups</source>
        <translation>Sicherungen werden gelesen</translation>
    </message>
    <message>
        <source>Looking through the users</source>
        <translation>Benutzer werden durchsucht</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Add instance…</source>
        <translation>Instanz hinzufügen…</translation>
    </message>
    <message>
        <source>Keyboard: see and change the keys</source>
        <translation>Tastatur: Tasten sehen und ändern</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Troubleshooter…</source>
        <translation>Fehlersuche…</translation>
    </message>
    <message>
        <source>Check what is there…</source>
        <translation>Prüfen, was da ist…</translation>
    </message>
    <message>
        <source>Manual: %1</source>
        <translation>Handbuch: %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Auf %1</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>On other instances</source>
        <translation>Auf anderen Instanzen</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Show times in local time</source>
        <translation>Zeiten in Ortszeit zeigen</translation>
    </message>
    <message>
        <source>Show times in UTC</source>
        <translation>Zeiten in UTC zeigen</translation>
    </message>
</context>
<context>
    <name>pilothouse::PaletteField</name>
    <message>
        <source>Go to or do anything</source>
        <translation>Zu allem gehen, alles tun</translation>
    </message>
</context>
<context>
    <name>pilothouse::PaletteLines</name>
    <message>
        <source>Safe</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Interrupts</source>
        <translation>Unterbricht</translation>
    </message>
    <message>
        <source>Plan first</source>
        <translation>Erst der Plan</translation>
    </message>
</context>
<context>
    <name>pilothouse::ParameterDialog</name>
    <message>
        <source>The plan is shown before anything that cannot simply be undone.</source>
        <translation>Vor allem, was sich nicht einfach rückgängig machen lässt, kommt der Plan.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Wie üblich</translation>
    </message>
</context>
<context>
    <name>pilothouse::PlanDialog</name>
    <message>
        <source>Safe: it can be undone.</source>
        <translation>Sicher: es kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>It interrupts the service; no data changes.</source>
        <translation>Es unterbricht den Dienst; keine Daten ändern sich.</translation>
    </message>
    <message>
        <source>It replaces data; a safety copy is kept and it can be put back.</source>
        <translation>Es ersetzt Daten; eine Sicherheitskopie bleibt, und es kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>It cannot be undone.</source>
        <translation>Es kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Ticket and why</source>
        <translation>Ticket und Grund</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Type the instance name, %1</source>
        <translation>Den Namen der Instanz eingeben, %1</translation>
    </message>
    <message>
        <source>Copy as shell</source>
        <translation>Als Shell kopieren</translation>
    </message>
    <message>
        <source>Save plan…</source>
        <translation>Plan speichern…</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Unlock, then: %1</source>
        <translation>Entsperren, dann: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::PlanView</name>
    <message>
        <source>About %1, without service for %2.</source>
        <translation>Etwa %1, ohne Dienst für %2.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>if one fails, the done ones are put back</source>
        <translation>scheitert einer, werden die getanen zurückgenommen</translation>
    </message>
    <message>
        <source>What else to know</source>
        <translation>Was noch zu wissen ist</translation>
    </message>
    <message>
        <source>nothing blocks</source>
        <translation>nichts steht im Weg</translation>
    </message>
    <message numerus="yes">
        <source>%n in the way</source>
        <translation>
            <numerusform>%n im Weg</numerusform>
            <numerusform>%n im Weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1; the service is not interrupted.</source>
        <translation>Etwa %1; der Dienst wird nicht unterbrochen.</translation>
    </message>
    <message>
        <source>Less than a second; the service is not interrupted.</source>
        <translation>Weniger als eine Sekunde; der Dienst wird nicht unterbrochen.</translation>
    </message>
    <message>
        <source>About %1, then without service until it is started.</source>
        <translation>Etwa %1, danach ohne Dienst, bis er gestartet wird.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresAccess</name>
    <message>
        <source>The password cannot be kept: %1</source>
        <translation>Das Passwort lässt sich nicht ablegen: %1</translation>
    </message>
    <message>
        <source>Give the address without a password and put that into ~/.pgpass, or start a keyring.</source>
        <translation>Die Adresse ohne Passwort angeben und dieses in ~/.pgpass eintragen, oder einen Schlüsselbund starten.</translation>
    </message>
    <message>
        <source>Say it with: instance set %1 --database-url URL</source>
        <translation>Angeben mit: instance set %1 --database-url URL</translation>
    </message>
    <message>
        <source>Nothing says where the database %1 is.</source>
        <translation>Nichts sagt, wo die Datenbank %1 ist.</translation>
    </message>
    <message>
        <source>Where the database is stands in %1 of the service, which cannot be read now: %2</source>
        <translation>Wo die Datenbank ist, steht in %1 des Dienstes, was jetzt nicht lesbar ist: %2</translation>
    </message>
    <message>
        <source>The service has no %1 that says where the database is.</source>
        <translation>Der Dienst hat kein %1, das sagt, wo die Datenbank ist.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Cancelled while asking for the password.</source>
        <translation>Abgebrochen beim Holen des Passworts.</translation>
    </message>
    <message>
        <source>%1 has no such database on a server.</source>
        <translation>%1 hat keine solche Datenbank auf einem Server.</translation>
    </message>
    <message>
        <source>The keyring could not be asked for its password: %1</source>
        <translation>Der Schlüsselbund gab das Passwort nicht heraus: %1</translation>
    </message>
    <message>
        <source>Start or unlock the keyring, or put the password into ~/.pgpass.</source>
        <translation>Den Schlüsselbund starten oder entsperren, oder das Passwort in ~/.pgpass eintragen.</translation>
    </message>
    <message>
        <source>There is no PgBouncer at this address.</source>
        <translation>An dieser Adresse ist kein PgBouncer.</translation>
    </message>
    <message>
        <source>Where there is one elsewhere, say it with: instance set %1 --pooler-url URL</source>
        <translation>Liegt er anderswo, angeben mit: instance set %1 --pooler-url URL</translation>
    </message>
    <message>
        <source>In the container %1 nothing answers on port %2.</source>
        <translation>Im Container %1 antwortet nichts auf Port %2.</translation>
    </message>
    <message>
        <source>Look whether the server runs there and listens on 127.0.0.1.</source>
        <translation>Sehen Sie nach, ob der Server dort läuft und auf 127.0.0.1 lauscht.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresChangeRows</name>
    <message numerus="yes">
        <source>Change %n row(s) of %1</source>
        <translation>
            <numerusform>%n Zeile von %1 ändern</numerusform>
            <numerusform>%n Zeilen von %1 ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the rows and start again.</source>
        <translation>Die Zeilen ansehen und neu beginnen.</translation>
    </message>
    <message>
        <source>Nothing was put back. The rows as they were are in the journal of the operation.</source>
        <translation>Nichts wurde zurückgenommen. Die früheren Zeilen stehen im Journal des Vorgangs.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresConnection</name>
    <message>
        <source>There is no such table.</source>
        <translation>Es gibt keine solche Tabelle.</translation>
    </message>
    <message>
        <source>Name it as schema.table.</source>
        <translation>Sie als schema.tabelle nennen.</translation>
    </message>
    <message>
        <source>The server returned no row.</source>
        <translation>Der Server gab keine Zeile zurück.</translation>
    </message>
    <message>
        <source>COPY cannot be run here.</source>
        <translation>COPY ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name that PostgreSQL has.</source>
        <translation>„%1“ ist kein Name, den PostgreSQL kennt.</translation>
    </message>
    <message>
        <source>This text cannot be sent to PostgreSQL.</source>
        <translation>Dieser Text lässt sich nicht an PostgreSQL senden.</translation>
    </message>
    <message>
        <source>The connection to the database is lost.</source>
        <translation>Die Verbindung zur Datenbank ist verloren.</translation>
    </message>
    <message>
        <source>Look whether the server runs, then try again.</source>
        <translation>Prüfen, ob der Server läuft, und es dann erneut versuchen.</translation>
    </message>
    <message>
        <source>There is no memory for a connection.</source>
        <translation>Es ist kein Speicher für eine Verbindung da.</translation>
    </message>
    <message>
        <source>Look whether the server runs, and whether a firewall lies between.</source>
        <translation>Prüfen, ob der Server läuft und ob eine Firewall dazwischen liegt.</translation>
    </message>
    <message>
        <source>This session is gone; its number may be another&apos;s by now.</source>
        <translation>Diese Sitzung ist fort; ihre Nummer kann inzwischen eine andere haben.</translation>
    </message>
    <message>
        <source>Look at the sessions again.</source>
        <translation>Die Sitzungen noch einmal ansehen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresCreateDatabaseStep</name>
    <message>
        <source>Make the empty database %1</source>
        <translation>Die leere Datenbank %1 anlegen</translation>
    </message>
    <message>
        <source>%1 on %2 (the database that was restored into)</source>
        <translation>%1 auf %2 (die Datenbank, in die wiederhergestellt wurde)</translation>
    </message>
    <message>
        <source>There is a database of this name already.</source>
        <translation>Es gibt bereits eine Datenbank dieses Namens.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresDropStep</name>
    <message>
        <source>Remove the database %1</source>
        <translation>Die Datenbank %1 entfernen</translation>
    </message>
    <message>
        <source>This database is not one that may be removed here.</source>
        <translation>Diese Datenbank darf hier nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Another database has this name now.</source>
        <translation>Eine andere Datenbank hat jetzt diesen Namen.</translation>
    </message>
    <message>
        <source>A removed database cannot be brought back.</source>
        <translation>Eine entfernte Datenbank lässt sich nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresDumpStep</name>
    <message>
        <source>Dump %1 from one snapshot</source>
        <translation>%1 aus einem Snapshot sichern</translation>
    </message>
    <message>
        <source>Dump %1 from one snapshot, with %2 sessions</source>
        <translation>%1 aus einem Schnappschuss sichern, mit %2 Sitzungen</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresExpectStep</name>
    <message>
        <source>Compare %1 with what was backed up</source>
        <translation>%1 mit dem Gesicherten vergleichen</translation>
    </message>
    <message>
        <source>There is no such database.</source>
        <translation>Diese Datenbank gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 does not hold what was backed up.</source>
        <translation>%1 enthält nicht, was gesichert wurde.</translation>
    </message>
    <message>
        <source>%1 rows, and %2 were expected.</source>
        <translation>%1 Zeilen, erwartet wurden %2.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>The index %1 is not valid.</source>
        <translation>Der Index %1 ist nicht gültig.</translation>
    </message>
    <message>
        <source>This does not hold: %1</source>
        <translation>Das gilt nicht: %1</translation>
    </message>
    <message>
        <source>%1 rows are against it.</source>
        <translation>%1 Zeilen sprechen dagegen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresRestoreStep</name>
    <message>
        <source>Restore into %1</source>
        <translation>Nach %1 wiederherstellen</translation>
    </message>
    <message>
        <source>The database is gone.</source>
        <translation>Die Datenbank ist weg.</translation>
    </message>
    <message>
        <source>There is no such database.</source>
        <translation>Diese Datenbank gibt es nicht.</translation>
    </message>
    <message>
        <source>It has changed since it was written or planned.</source>
        <translation>Es hat sich seit dem Schreiben oder Planen geändert.</translation>
    </message>
    <message>
        <source>Use another backup.</source>
        <translation>Eine andere Sicherung verwenden.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresRowEditor</name>
    <message>
        <source>A table is named with its schema: &quot;public.%1&quot;.</source>
        <translation>Eine Tabelle wird mit ihrem Schema genannt: &quot;public.%1&quot;.</translation>
    </message>
    <message>
        <source>The database has no table %1.</source>
        <translation>Die Datenbank hat keine Tabelle %1.</translation>
    </message>
    <message>
        <source>The table %1 has no column %2.</source>
        <translation>Die Tabelle %1 hat keine Spalte %2.</translation>
    </message>
    <message>
        <source>Its key is not known.</source>
        <translation>Der Schlüssel ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Several rows have the key of %1.</source>
        <translation>Mehrere Zeilen haben den Schlüssel von %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) did not become what was meant, so nothing was changed.</source>
        <translation>
            <numerusform>%n Zeile wurde nicht, was gemeint war; daher wurde nichts geändert.</numerusform>
            <numerusform>%n Zeilen wurden nicht, was gemeint war; daher wurde nichts geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have changed since, so nothing was changed.</source>
        <translation>
            <numerusform>%n Zeile hat sich seitdem geändert; daher wurde nichts geändert.</numerusform>
            <numerusform>%n Zeilen haben sich seitdem geändert; daher wurde nichts geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps a trigger changes them further.</source>
        <translation>Vielleicht ändert ein Trigger sie weiter.</translation>
    </message>
    <message>
        <source>Look at the rows and start again.</source>
        <translation>Die Zeilen ansehen und neu beginnen.</translation>
    </message>
    <message>
        <source>%1 row(s) would have changed instead of %2, so nothing was changed.</source>
        <translation>%1 Zeilen hätten sich geändert statt %2; daher wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresSwapStep</name>
    <message>
        <source>End the sessions of %1 and let %2 take its place</source>
        <translation>Die Sitzungen von %1 beenden und %2 an ihre Stelle setzen</translation>
    </message>
    <message>
        <source>%1 on %2 (the database as it was before)</source>
        <translation>%1 auf %2 (die Datenbank, wie sie vorher war)</translation>
    </message>
    <message>
        <source>There is a database of this name already.</source>
        <translation>Es gibt bereits eine Datenbank dieses Namens.</translation>
    </message>
    <message>
        <source>There is no such database any more.</source>
        <translation>Diese Datenbank gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Plan it anew.</source>
        <translation>Neu planen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProbeController</name>
    <message>
        <source>Checking what is there</source>
        <translation>Es wird geprüft, was da ist</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>Wird neu gelesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n hold</source>
        <translation>
            <numerusform>%n stimmt</numerusform>
            <numerusform>%n stimmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <translation>
            <numerusform>%n zu wissen</numerusform>
            <numerusform>%n zu wissen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the way</source>
        <translation>
            <numerusform>%n im Weg</numerusform>
            <numerusform>%n im Weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n nicht bekannt</numerusform>
            <numerusform>%n nicht bekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ProbeDialog</name>
    <message>
        <source>What is there on %1</source>
        <translation>Was auf %1 da ist</translation>
    </message>
    <message>
        <source>Compared with the profile %1. Only reads; nothing is started or changed.</source>
        <translation>Verglichen mit dem Profil %1. Liest nur; nichts wird gestartet oder geändert.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading what is there</source>
        <translation>Was da ist, wird gelesen</translation>
    </message>
</context>
<context>
    <name>pilothouse::Rail</name>
    <message>
        <source>Filter instances</source>
        <translation>Instanzen filtern</translation>
    </message>
    <message>
        <source>Add instance…</source>
        <translation>Instanz hinzufügen…</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
</context>
<context>
    <name>pilothouse::RailModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::RecentActivityCard</name>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
    <message>
        <source>Nothing has been done to this instance yet.</source>
        <translation>An dieser Instanz wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::RecoveryCard</name>
    <message>
        <source>Point in time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Set up archiving…</source>
        <translation>Archivierung einrichten…</translation>
    </message>
    <message>
        <source>Back up the server…</source>
        <translation>Server sichern…</translation>
    </message>
    <message>
        <source>Beside, prove and remove again</source>
        <translation>Daneben, prüfen und wieder entfernen</translation>
    </message>
    <message>
        <source>Beside, and leave it running</source>
        <translation>Daneben, und weiterlaufen lassen</translation>
    </message>
    <message>
        <source>In place of the live server</source>
        <translation>Anstelle des laufenden Servers</translation>
    </message>
    <message>
        <source>Restore to</source>
        <translation>Wiederherstellen zu</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Beside, the live server goes on and is not touched.</source>
        <translation>Daneben läuft der laufende Server unberührt weiter.</translation>
    </message>
    <message>
        <source>Restore to this time…</source>
        <translation>Zu dieser Zeit wiederherstellen…</translation>
    </message>
    <message>
        <source>Any moment from %1 until now</source>
        <translation>Jeder Zeitpunkt von %1 bis jetzt</translation>
    </message>
    <message numerus="yes">
        <source>Stanza %1, %n backup(s), the newest of %2 (%3)</source>
        <translation>
            <numerusform>Stanza %1, %n Sicherung, die neueste von %2 (%3)</numerusform>
            <numerusform>Stanza %1, %n Sicherungen, die neueste von %2 (%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>in the archive until %1</source>
        <translation>im Archiv bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n data directory(s) of earlier restores beside it</source>
        <translation>
            <numerusform>%n Datenverzeichnis einer früheren Wiederherstellung daneben</numerusform>
            <numerusform>%n Datenverzeichnisse früherer Wiederherstellungen daneben</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible from the first backup on</source>
        <translation>Möglich ab der ersten Sicherung</translation>
    </message>
    <message>
        <source>Not possible here, because:</source>
        <translation>Hier nicht möglich, denn:</translation>
    </message>
    <message>
        <source>Not possible yet, because:</source>
        <translation>Noch nicht möglich, denn:</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
</context>
<context>
    <name>pilothouse::RemoveInstanceDialog</name>
    <message>
        <source>Remove %1 from the list</source>
        <translation>%1 aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Pilothouse forgets it. Nothing else is touched.</source>
        <translation>Pilothouse vergisst sie. Sonst wird nichts berührt.</translation>
    </message>
    <message>
        <source>The service stays as it is, running or not.</source>
        <translation>Der Dienst bleibt, wie er ist, ob er läuft oder nicht.</translation>
    </message>
    <message>
        <source>Its data stays in %1.</source>
        <translation>Seine Daten bleiben in %1.</translation>
    </message>
    <message>
        <source>Its backups and safety copies stay in %1.</source>
        <translation>Seine Sicherungen und Sicherheitskopien bleiben in %1.</translation>
    </message>
    <message>
        <source>The audit keeps what was done to it.</source>
        <translation>Das Audit behält, was daran getan wurde.</translation>
    </message>
    <message>
        <source>What was measured of it is forgotten. Adding it again starts with empty charts.</source>
        <translation>Die Messwerte werden vergessen. Nach neuem Hinzufügen beginnen die Verläufe leer.</translation>
    </message>
    <message>
        <source>Not removed: %1</source>
        <translation>Nicht entfernt: %1</translation>
    </message>
    <message>
        <source>So is what Pilothouse gives it at each start: started by other means it has its old level and signing secret.</source>
        <translation>Ebenso, was Pilothouse ihm bei jedem Start mitgibt: anders gestartet hat es seine alte Stufe und sein altes Signaturgeheimnis.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreAsideStep</name>
    <message>
        <source>Set %1 aside</source>
        <translation>%1 beiseitelegen</translation>
    </message>
    <message>
        <source>There is something set aside under this name already.</source>
        <translation>Unter diesem Namen liegt schon etwas beiseite.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreCheckStep</name>
    <message numerus="yes">
        <source>Check %n staged database(s)</source>
        <translation>
            <numerusform>%n bereitgelegte Datenbank prüfen</numerusform>
            <numerusform>%n bereitgelegte Datenbanken prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such database.</source>
        <translation>Diese Datenbank gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreClearStep</name>
    <message>
        <source>Remove the staging folder</source>
        <translation>Bereitstellungsordner entfernen</translation>
    </message>
    <message>
        <source>This folder does not belong to the operation.</source>
        <translation>Dieser Ordner gehört nicht zum Vorgang.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreFolderStep</name>
    <message>
        <source>Put the folder %1 in place</source>
        <translation>Den Ordner %1 an seinen Platz legen</translation>
    </message>
    <message>
        <source>%1 (the folder as it was)</source>
        <translation>%1 (der Ordner, wie er war)</translation>
    </message>
    <message>
        <source>There is something set aside under this name already.</source>
        <translation>Unter diesem Namen liegt schon etwas beiseite.</translation>
    </message>
    <message>
        <source>It is not a folder.</source>
        <translation>Es ist kein Ordner.</translation>
    </message>
    <message>
        <source>A folder has appeared that is neither the old one nor the new one.</source>
        <translation>Ein Ordner ist aufgetaucht, der weder der alte noch der neue ist.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreSafetyStep</name>
    <message>
        <source>Make the folder for the safety copy</source>
        <translation>Ordner für die Sicherheitskopie anlegen</translation>
    </message>
    <message>
        <source>It is still in use by %1 (%2).</source>
        <translation>Es ist noch in Benutzung durch %1 (%2).</translation>
    </message>
    <message>
        <source>Find out what started it again, stop that, then try again.</source>
        <translation>Herausfinden, was es wieder gestartet hat, das stoppen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Give the instance a backup folder that can be written, then try again.</source>
        <translation>Geben Sie der Instanz einen beschreibbaren Sicherungsordner und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreStageStep</name>
    <message>
        <source>Copy the safety copy beside the data</source>
        <translation>Die Sicherheitskopie neben die Daten kopieren</translation>
    </message>
    <message>
        <source>The safety copy has changed since it was made.</source>
        <translation>Die Sicherheitskopie hat sich seit ihrer Entstehung geändert.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RowBrowser</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Zählt nicht</translation>
    </message>
    <message>
        <source>Key-value</source>
        <translation>Schlüssel-Wert</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>Zeilen filtern</translation>
    </message>
    <message>
        <source>Filter the rows of this table</source>
        <translation>Die Zeilen dieser Tabelle filtern</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
    <message>
        <source>Splits JSON into columns and shows numbers that are times as local times. Off shows what is stored.</source>
        <translation>Zerlegt JSON in Spalten und zeigt Zahlen, die Zeiten sind, als Ortszeit. Aus zeigt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Tables of this database</source>
        <translation>Tabellen dieser Datenbank</translation>
    </message>
    <message>
        <source>No table.</source>
        <translation>Keine Tabelle.</translation>
    </message>
    <message>
        <source>This table has no rows.</source>
        <translation>Diese Tabelle hat keine Zeilen.</translation>
    </message>
    <message>
        <source>The whole of the selected row</source>
        <translation>Die ganze gewählte Zeile</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>These rows cannot be read: %1</source>
        <translation>Diese Zeilen können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is no table to look into.</source>
        <translation>Es gibt keine Tabelle anzusehen.</translation>
    </message>
    <message>
        <source>No row matches the filter.</source>
        <translation>Keine Zeile passt zum Filter.</translation>
    </message>
    <message>
        <source>%1: ms since 1970, shown local</source>
        <translation>%1: ms seit 1970, als Ortszeit</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Rows %1 to %2</source>
        <translation>Zeilen %1 bis %2</translation>
    </message>
    <message>
        <source>%1, by %2, in %3 ms</source>
        <translation>%1, nach %2, in %3 ms</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No row is selected</source>
        <translation>Keine Zeile gewählt</translation>
    </message>
</context>
<context>
    <name>pilothouse::RowsChange</name>
    <message numerus="yes">
        <source>Change %n row(s) in %1</source>
        <translation>
            <numerusform>%n Zeile in %1 ändern</numerusform>
            <numerusform>%n Zeilen in %1 ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the rows and start again.</source>
        <translation>Die Zeilen ansehen und neu beginnen.</translation>
    </message>
    <message>
        <source>Nothing was put back. The rows as they were are in the journal of the operation.</source>
        <translation>Nichts wurde zurückgenommen. Die früheren Zeilen stehen im Journal des Vorgangs.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RowsController</name>
    <message>
        <source>Reading rows</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
</context>
<context>
    <name>pilothouse::RunbookWindow</name>
    <message>
        <source>Text of the runbook</source>
        <translation>Text des Runbooks</translation>
    </message>
    <message>
        <source>Runbook %1</source>
        <translation>Runbook %1</translation>
    </message>
    <message>
        <source>%1 has no heading for this; its beginning is shown.</source>
        <translation>%1 hat dafür keine Überschrift; gezeigt wird der Anfang.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SavedFiltersDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>For the logs of every instance of this service.</source>
        <translation>Für die Logs jeder Instanz dieses Dienstes.</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is saved yet. Write a filter and save it.</source>
        <translation>Noch ist nichts gespeichert. Schreiben Sie einen Filter und speichern Sie ihn.</translation>
    </message>
    <message>
        <source>Rename a filter</source>
        <translation>Einen Filter umbenennen</translation>
    </message>
</context>
<context>
    <name>pilothouse::ScalingCard</name>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Ways to scale</source>
        <translation>Arten der Skalierung</translation>
    </message>
    <message>
        <source>Copies the configuration. Pilothouse itself changes nothing.</source>
        <translation>Kopiert die Konfiguration. Pilothouse selbst ändert nichts.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ScheduleCard</name>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Übernehmen…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Find lines of cron and timers that back it up, and run this schedule in their place</source>
        <translation>Cron-Zeilen und Timer finden, die sie sichern, und stattdessen diesen Zeitplan ausführen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>No backup is made by itself.</source>
        <translation>Keine Sicherung entsteht von selbst.</translation>
    </message>
    <message>
        <source>by cron</source>
        <translation>durch cron</translation>
    </message>
    <message>
        <source>by systemd</source>
        <translation>durch systemd</translation>
    </message>
    <message>
        <source>Last run %1</source>
        <translation>Letzter Lauf %1</translation>
    </message>
    <message>
        <source>It has not run yet</source>
        <translation>Er ist noch nicht gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) missed</source>
        <translation>
            <numerusform>%n Lauf ausgefallen</numerusform>
            <numerusform>%n Läufe ausgefallen</numerusform>
        </translation>
    </message>
    <message>
        <source>The last run failed: %1</source>
        <translation>Der letzte Lauf ist misslungen: %1</translation>
    </message>
    <message>
        <source>Next run %1</source>
        <translation>Nächster Lauf %1</translation>
    </message>
    <message>
        <source>Next run: as systemd has it</source>
        <translation>Nächster Lauf: wie systemd ihn plant</translation>
    </message>
</context>
<context>
    <name>pilothouse::ScheduleDialog</name>
    <message>
        <source>Change the backup schedule of %1</source>
        <translation>Zeitplan für Sicherungen von %1 ändern</translation>
    </message>
    <message>
        <source>Back up %1 by schedule</source>
        <translation>%1 nach Zeitplan sichern</translation>
    </message>
    <message>
        <source>It runs without this window, and writes down how it went.</source>
        <translation>Er läuft ohne dieses Fenster und schreibt auf, wie es ging.</translation>
    </message>
    <message>
        <source>Remove what retention no longer keeps after each backup</source>
        <translation>Nach jeder Sicherung entfernen, was die Aufbewahrung nicht mehr behält</translation>
    </message>
    <message>
        <source>Let timers run while nobody is logged in</source>
        <translation>Timer laufen lassen, auch wenn niemand angemeldet ist</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>At times of its own</source>
        <translation>Zu eigenen Zeiten</translation>
    </message>
    <message>
        <source>systemd, or cron where there is none</source>
        <translation>systemd, oder cron, wo es keines gibt</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>OnCalendar= of systemd, or the five fields of cron: 30 1 * * 1-5</source>
        <translation>OnCalendar= von systemd oder die fünf Felder von cron: 30 1 * * 1-5</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Change the schedule…</source>
        <translation>Zeitplan ändern…</translation>
    </message>
    <message>
        <source>Install the schedule…</source>
        <translation>Zeitplan einrichten…</translation>
    </message>
    <message>
        <source>Say when.</source>
        <translation>Sagen Sie, wann.</translation>
    </message>
    <message>
        <source>Change the drill schedule of %1</source>
        <translation>Den Zeitplan der Übungen von %1 ändern</translation>
    </message>
    <message>
        <source>Drill %1 by schedule</source>
        <translation>%1 nach Zeitplan üben</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>Jedes Quartal</translation>
    </message>
</context>
<context>
    <name>pilothouse::ScheduleRehearseStep</name>
    <message>
        <source>Rehearse the scheduled backup</source>
        <translation>Die Sicherung nach Zeitplan proben</translation>
    </message>
    <message>
        <source>Rehearse the backup as systemd would run it</source>
        <translation>Die Sicherung proben, wie systemd sie ausführen würde</translation>
    </message>
    <message>
        <source>Rehearse the backup as cron would run it</source>
        <translation>Die Sicherung proben, wie cron sie ausführen würde</translation>
    </message>
    <message>
        <source>A backup by schedule would fail: what it needs is not there when it runs.</source>
        <translation>Eine Sicherung nach Zeitplan würde misslingen: was sie braucht, ist dann nicht da.</translation>
    </message>
    <message>
        <source>A schedule has neither your session nor its variables. Mend what is named, or give the instance what it needs, such as --engine.</source>
        <translation>Ein Zeitplan hat weder Ihre Sitzung noch deren Variablen. Beheben Sie das Genannte oder geben Sie der Instanz, was sie braucht, etwa --engine.</translation>
    </message>
    <message>
        <source>Rehearse the drill as systemd would run it</source>
        <translation>Die Übung proben, wie systemd sie ausführen würde</translation>
    </message>
    <message>
        <source>Rehearse the drill as cron would run it</source>
        <translation>Die Übung proben, wie cron sie ausführen würde</translation>
    </message>
    <message>
        <source>A drill by schedule would fail: what it needs is not there when it runs.</source>
        <translation>Eine Übung nach Zeitplan würde fehlschlagen: Was sie braucht, ist nicht da, wenn sie läuft.</translation>
    </message>
</context>
<context>
    <name>pilothouse::Screenshots</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 did not come about in time.</source>
        <translation>%1 kam nicht rechtzeitig zustande.</translation>
    </message>
    <message>
        <source>%1 has no dialog.</source>
        <translation>%1 hat keinen Dialog.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>pilothouse::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>pilothouse::ServerCard</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Cancel query…</source>
        <translation>Abfrage abbrechen…</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Sitzung beenden…</translation>
    </message>
    <message>
        <source>Vacuum…</source>
        <translation>Vacuum …</translation>
    </message>
    <message>
        <source>Analyze…</source>
        <translation>Analyze …</translation>
    </message>
    <message>
        <source>Reindex…</source>
        <translation>REINDEX…</translation>
    </message>
    <message>
        <source>Sessions of the server</source>
        <translation>Sitzungen des Servers</translation>
    </message>
    <message>
        <source>Nobody but Pilothouse is connected.</source>
        <translation>Niemand außer Pilothouse ist verbunden.</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Wer auf wen wartet</translation>
    </message>
    <message>
        <source>No session waits for another.</source>
        <translation>Keine Sitzung wartet auf eine andere.</translation>
    </message>
    <message>
        <source>Largest tables</source>
        <translation>Größte Tabellen</translation>
    </message>
    <message>
        <source>The database has no tables yet.</source>
        <translation>Die Datenbank hat noch keine Tabellen.</translation>
    </message>
    <message>
        <source>What of the server is shown</source>
        <translation>Was vom Server gezeigt wird</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Sitzungen (%1)</translation>
    </message>
    <message>
        <source>Locks (%1)</source>
        <translation>Sperren (%1)</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>Asks the session to give up what it runs; the session stays.</source>
        <translation>Bittet die Sitzung aufzugeben, was sie ausführt; die Sitzung bleibt.</translation>
    </message>
    <message>
        <source>Ends the session; its open transaction is taken back.</source>
        <translation>Beendet die Sitzung; ihre offene Transaktion wird zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ServerController</name>
    <message>
        <source>Reading what is known of the server</source>
        <translation>Lesen, was vom Server bekannt ist</translation>
    </message>
    <message>
        <source>Asking the database server</source>
        <translation>Den Datenbankserver fragen</translation>
    </message>
</context>
<context>
    <name>pilothouse::ServerLock</name>
    <message>
        <source>The server of %1 does not answer, so it is not locked: another Pilothouse could work on it too. The lock is taken as soon as the server answers.</source>
        <translation>Der Server von %1 antwortet nicht, er ist also nicht gesperrt: Ein anderes Pilothouse könnte auch an ihm arbeiten. Die Sperre wird genommen, sobald der Server antwortet.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ServiceCard</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Checked %1 ago</source>
        <translation>Vor %1 geprüft</translation>
    </message>
</context>
<context>
    <name>pilothouse::ShortcutList</name>
    <message>
        <source>Go to or do anything</source>
        <translation>Zu allem gehen, alles tun</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Manual for this page</source>
        <translation>Handbuch zu dieser Seite</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Find or filter here</source>
        <translation>Hier suchen oder filtern</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>List of instances</source>
        <translation>Liste der Instanzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Tab %1</source>
        <translation>Reiter %1</translation>
    </message>
    <message>
        <source>Instance %1 of the list</source>
        <translation>Instanz %1 der Liste</translation>
    </message>
    <message>
        <source>There is no such shortcut.</source>
        <translation>Eine solche Taste gibt es nicht.</translation>
    </message>
    <message>
        <source>A key alone would be taken from every field. Add Ctrl, Alt or Meta, or take a function key.</source>
        <translation>Eine Taste allein würde jedem Feld weggenommen. Strg, Alt oder Meta dazunehmen oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>“%1” has this key already.</source>
        <translation>„%1“ hat diese Taste schon.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteBackupStep</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>There is a file in the place of the copy already.</source>
        <translation>Am Platz der Kopie liegt schon eine Datei.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteCheckStep</name>
    <message>
        <source>Check %1 (%2)</source>
        <translation>%1 prüfen (%2)</translation>
    </message>
    <message>
        <source>The check found problems.</source>
        <translation>Die Prüfung fand Probleme.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or salvage what can be read.</source>
        <translation>Aus einer Sicherung wiederherstellen oder retten, was lesbar ist.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteConnection</name>
    <message>
        <source>The database is locked by another program.</source>
        <translation>Die Datenbank ist von einem anderen Programm gesperrt.</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Die Arbeit wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The database file is damaged.</source>
        <translation>Die Datenbankdatei ist beschädigt.</translation>
    </message>
    <message>
        <source>The file is not a SQLite database.</source>
        <translation>Die Datei ist keine SQLite-Datenbank.</translation>
    </message>
    <message>
        <source>There is no space left for the database.</source>
        <translation>Für die Datenbank ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>The database file cannot be read or written.</source>
        <translation>Die Datenbankdatei kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The database file, or one beside it, cannot be opened.</source>
        <translation>Die Datenbankdatei oder eine daneben kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The database cannot be written by this user.</source>
        <translation>Dieser Benutzer kann die Datenbank nicht schreiben.</translation>
    </message>
    <message>
        <source>Only reading is allowed here.</source>
        <translation>Hier ist nur Lesen erlaubt.</translation>
    </message>
    <message>
        <source>A rule of the database forbids the change.</source>
        <translation>Eine Regel der Datenbank verbietet die Änderung.</translation>
    </message>
    <message>
        <source>SQLite refused the statement.</source>
        <translation>SQLite hat die Anweisung abgelehnt.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop the service, and try again.</source>
        <translation>Warten, bis es fertig ist, oder den Dienst stoppen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Free space on its file system and try again.</source>
        <translation>Auf dem Dateisystem Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or salvage what can be read.</source>
        <translation>Aus einer Sicherung wiederherstellen oder retten, was lesbar ist.</translation>
    </message>
    <message>
        <source>A crash left a journal beside it: start the service once, which rolls it back.</source>
        <translation>Ein Absturz hat daneben ein Journal hinterlassen: den Dienst einmal starten, das rollt es zurück.</translation>
    </message>
    <message>
        <source>Run Pilothouse as the owner of the database, or as root.</source>
        <translation>Pilothouse als Eigentümer der Datenbank oder als root starten.</translation>
    </message>
    <message>
        <source>The database did not answer in time.</source>
        <translation>Die Datenbank hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>That is no name of a table or column.</source>
        <translation>Das ist kein Name einer Tabelle oder Spalte.</translation>
    </message>
    <message>
        <source>The path of a database must be absolute.</source>
        <translation>Der Pfad einer Datenbank muss absolut sein.</translation>
    </message>
    <message>
        <source>There is no such database file.</source>
        <translation>Diese Datenbankdatei gibt es nicht.</translation>
    </message>
    <message>
        <source>The path of the database is not a file.</source>
        <translation>Der Pfad der Datenbank ist keine Datei.</translation>
    </message>
    <message>
        <source>Run Pilothouse as the owner of the database (uid %1), or as root.</source>
        <translation>Pilothouse als Eigentümer der Datenbank (uid %1) oder als root starten.</translation>
    </message>
    <message>
        <source>Another user&apos;s database is not written, because the files that SQLite makes beside it would lock the service out.</source>
        <translation>Die Datenbank eines anderen Benutzers wird nicht geschrieben, weil die Dateien, die SQLite daneben anlegt, den Dienst aussperren würden.</translation>
    </message>
    <message>
        <source>Reading this database would create files beside it that belong to the wrong user, and lock the service out.</source>
        <translation>Das Lesen dieser Datenbank würde daneben Dateien des falschen Benutzers anlegen und den Dienst aussperren.</translation>
    </message>
    <message>
        <source>A database in WAL mode can only be read where its folder can be written, and this one cannot.</source>
        <translation>Eine Datenbank im WAL-Modus ist nur lesbar, wo ihr Ordner beschreibbar ist, und dieser ist es nicht.</translation>
    </message>
    <message>
        <source>Make the folder writable for its owner, or read a backup copy.</source>
        <translation>Den Ordner für den Eigentümer beschreibbar machen oder eine Sicherung lesen.</translation>
    </message>
    <message>
        <source>Exactly one statement is wanted.</source>
        <translation>Genau eine Anweisung wird erwartet.</translation>
    </message>
    <message>
        <source>The copy cannot be written to the disk.</source>
        <translation>Die Kopie kann nicht auf die Platte geschrieben werden.</translation>
    </message>
    <message>
        <source>The copy was cancelled.</source>
        <translation>Die Kopie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The database has no table “%1”.</source>
        <translation>Die Datenbank hat keine Tabelle „%1“.</translation>
    </message>
    <message>
        <source>A value of type %1 cannot be stored in a database.</source>
        <translation>Ein Wert der Art %1 kann nicht in einer Datenbank gespeichert werden.</translation>
    </message>
    <message>
        <source>The query has a parameter without a value.</source>
        <translation>Die Abfrage hat einen Parameter ohne Wert.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteEngine</name>
    <message>
        <source>A stored cell of a row cannot be read back.</source>
        <translation>Eine gespeicherte Zelle einer Zeile kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>A change of a row names no table or no kind.</source>
        <translation>Eine Zeilenänderung nennt keine Tabelle oder keine Art.</translation>
    </message>
    <message>
        <source>A change of a row names no key.</source>
        <translation>Eine Zeilenänderung nennt keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The file of the backup cannot be created.</source>
        <translation>Die Datei der Sicherung kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Copying pages</source>
        <translation>Seiten werden kopiert</translation>
    </message>
    <message>
        <source>The copy could not be made one plain file.</source>
        <translation>Die Kopie konnte nicht zu einer einzigen Datei gemacht werden.</translation>
    </message>
    <message>
        <source>A row of %1 names a row of %2 that is not there.</source>
        <translation>Eine Zeile von %1 nennt eine Zeile von %2, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Row %1 of %2 names a row of %3 that is not there.</source>
        <translation>Zeile %1 von %2 nennt eine Zeile von %3, die es nicht gibt.</translation>
    </message>
    <message>
        <source>SQLite %1 can damage a database in WAL mode when two programs write or checkpoint at the same moment; this is fixed in 3.51.3. Pilothouse never checkpoints a database that the service uses.</source>
        <translation>SQLite %1 kann eine Datenbank im WAL-Modus beschädigen, wenn zwei Programme im selben Moment schreiben oder einen Checkpoint setzen; behoben ist das in 3.51.3. Pilothouse setzt nie einen Checkpoint auf einer Datenbank, die der Dienst benutzt.</translation>
    </message>
    <message>
        <source>Counting %1</source>
        <translation>%1 wird gezählt</translation>
    </message>
    <message>
        <source>A page has 1 to %1 rows and starts at 0 or later.</source>
        <translation>Eine Seite hat 1 bis %1 Zeilen und beginnt bei 0 oder später.</translation>
    </message>
    <message>
        <source>Put it aside and move the staged file into its place.</source>
        <translation>Beiseitelegen und die bereitgelegte Datei an ihren Platz verschieben.</translation>
    </message>
    <message>
        <source>The live database cannot be read, so nothing can be written into it.</source>
        <translation>Die laufende Datenbank kann nicht gelesen werden, deshalb kann nichts hineingeschrieben werden.</translation>
    </message>
    <message>
        <source>The live database is in WAL mode and has pages of another size.</source>
        <translation>Die laufende Datenbank ist im WAL-Modus und hat Seiten anderer Größe.</translation>
    </message>
    <message>
        <source>The journal mode of the restored database could not be set back.</source>
        <translation>Der Journalmodus der wiederhergestellten Datenbank konnte nicht zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Another program still reads the restored database.</source>
        <translation>Ein anderes Programm liest noch die wiederhergestellte Datenbank.</translation>
    </message>
    <message>
        <source>Writing pages</source>
        <translation>Seiten werden geschrieben</translation>
    </message>
    <message>
        <source>Another program writes to the database.</source>
        <translation>Ein anderes Programm schreibt in die Datenbank.</translation>
    </message>
    <message>
        <source>Table “%1” has no column “%2”.</source>
        <translation>Die Tabelle „%1“ hat keine Spalte „%2“.</translation>
    </message>
    <message>
        <source>The key names more than one row.</source>
        <translation>Der Schlüssel trifft mehr als eine Zeile.</translation>
    </message>
    <message>
        <source>A change of a row sets nothing, or its key.</source>
        <translation>Eine Zeilenänderung setzt nichts oder ihren Schlüssel.</translation>
    </message>
    <message>
        <source>A row is no longer as it was: %1.</source>
        <translation>Eine Zeile ist nicht mehr, wie sie war: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the row and start again.</source>
        <translation>Nichts wurde geändert. Die Zeile ansehen und neu beginnen.</translation>
    </message>
    <message>
        <source>The database stores a value in another way than it was given.</source>
        <translation>Die Datenbank speichert einen Wert anders, als er gegeben wurde.</translation>
    </message>
    <message numerus="yes">
        <source>The database would change %n further row(s) by its own rules.</source>
        <translation>
            <numerusform>Die Datenbank würde nach eigenen Regeln %n weitere Zeile ändern.</numerusform>
            <numerusform>Die Datenbank würde nach eigenen Regeln %n weitere Zeilen ändern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed. Those rows must be part of the change.</source>
        <translation>Nichts wurde geändert. Diese Zeilen müssen Teil der Änderung sein.</translation>
    </message>
    <message>
        <source>The step names no rows.</source>
        <translation>Der Schritt nennt keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have changed since.</source>
        <translation>
            <numerusform>%n Zeile hat sich seitdem geändert.</numerusform>
            <numerusform>%n Zeilen haben sich seitdem geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The row is not as it was when this was planned.</source>
        <translation>Die Zeile ist nicht mehr wie bei der Planung.</translation>
    </message>
    <message>
        <source>Look at the row and start again.</source>
        <translation>Die Zeile ansehen und neu beginnen.</translation>
    </message>
    <message>
        <source>There is no such check of a database.</source>
        <translation>Diese Prüfung einer Datenbank gibt es nicht.</translation>
    </message>
    <message>
        <source>The step has no argument “%1”.</source>
        <translation>Der Schritt hat kein Argument „%1“.</translation>
    </message>
    <message>
        <source>The path of a step must be absolute.</source>
        <translation>Der Pfad eines Schritts muss absolut sein.</translation>
    </message>
    <message>
        <source>The journal mode of the copy cannot be set.</source>
        <translation>Der Journalmodus der Kopie kann nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>The new file does not hold the same rows as the old one.</source>
        <translation>Die neue Datei enthält nicht dieselben Zeilen wie die alte.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the database, then try again.</source>
        <translation>Nichts wurde geändert. Prüfen Sie die Datenbank und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The new file is damaged.</source>
        <translation>Die neue Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The new file cannot be made.</source>
        <translation>Die neue Datei kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Other rows belong to it than when this was planned: %1 then, %2 now.</source>
        <translation>Es gehören andere Zeilen dazu als bei der Planung: damals %1, jetzt %2.</translation>
    </message>
    <message>
        <source>Plan it anew and look at what would be deleted now. Where more keeps coming, stop the service first.</source>
        <translation>Plane es neu und sieh nach, was jetzt gelöscht würde. Wenn immer mehr dazukommt, halte zuerst den Dienst an.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteExpect</name>
    <message>
        <source>%1: expected %2, found %3.</source>
        <translation>%1: erwartet %2, gefunden %3.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteMaintainStep</name>
    <message>
        <source>Write %1 anew without its free pages, and prove it</source>
        <translation>%1 ohne freie Seiten neu schreiben und beweisen</translation>
    </message>
    <message>
        <source>Copy %1, make its statistics anew, and prove it</source>
        <translation>%1 kopieren, die Statistik neu machen und beweisen</translation>
    </message>
    <message>
        <source>There is something in the place of the new file already.</source>
        <translation>Am Platz der neuen Datei liegt schon etwas.</translation>
    </message>
    <message>
        <source>%1 went from %2 to %3; %4 were gained.</source>
        <translation>%1 ging von %2 auf %3; %4 wurden gewonnen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteRestoreStep</name>
    <message>
        <source>Write the staged content into %1</source>
        <translation>Den bereitgelegten Inhalt in %1 schreiben</translation>
    </message>
    <message>
        <source>The database has changed since its safety copy was made.</source>
        <translation>Die Datenbank hat sich seit ihrer Sicherheitskopie geändert.</translation>
    </message>
    <message>
        <source>The safety copy was written back, but the content differs.</source>
        <translation>Die Sicherheitskopie wurde zurückgeschrieben, aber der Inhalt weicht ab.</translation>
    </message>
    <message>
        <source>Compare the database with its safety copy by hand.</source>
        <translation>Die Datenbank von Hand mit ihrer Sicherheitskopie vergleichen.</translation>
    </message>
    <message>
        <source>%1 (the database before the restore)</source>
        <translation>%1 (die Datenbank vor der Wiederherstellung)</translation>
    </message>
    <message>
        <source>%1 (the content that was to be restored)</source>
        <translation>%1 (der Inhalt, der wiederhergestellt werden sollte)</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteSalvageStep</name>
    <message>
        <source>Read what can be read of %1 into a new file</source>
        <translation>Was von %1 lesbar ist, in eine neue Datei lesen</translation>
    </message>
    <message>
        <source>There is something in the place of the new file already.</source>
        <translation>Am Platz der neuen Datei liegt schon etwas.</translation>
    </message>
    <message>
        <source>Rows kept: %1, recovered: %2, lost (an estimate): %3.</source>
        <translation>Zeilen erhalten: %1, wiedergewonnen: %2, verloren (geschätzt): %3.</translation>
    </message>
    <message>
        <source>Rows that a rule of their table refused: %1.</source>
        <translation>Zeilen, die eine Regel ihrer Tabelle ablehnte: %1.</translation>
    </message>
    <message>
        <source>Rows that fit no table, in lost_and_found: %1.</source>
        <translation>Zeilen, die in keine Tabelle passen, in lost_and_found: %1.</translation>
    </message>
    <message>
        <source>The salvaged file: %1</source>
        <translation>Die gerettete Datei: %1</translation>
    </message>
    <message>
        <source>The report: %1</source>
        <translation>Der Bericht: %1</translation>
    </message>
    <message>
        <source>To use it: %1</source>
        <translation>So wird sie verwendet: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteSaveStep</name>
    <message>
        <source>Save %1 as it stands</source>
        <translation>%1 im jetzigen Zustand aufheben</translation>
    </message>
    <message>
        <source>There is something in the place of the safety copy already.</source>
        <translation>Am Platz der Sicherheitskopie ist schon etwas.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteSwapStep</name>
    <message>
        <source>Put %1 aside and move the staged file into its place</source>
        <translation>%1 beiseitelegen und die bereitgelegte Datei an ihren Platz verschieben</translation>
    </message>
    <message>
        <source>There is something in that place already.</source>
        <translation>An diesem Ort ist schon etwas.</translation>
    </message>
    <message>
        <source>The staged file is not on the file system of the database.</source>
        <translation>Die bereitgelegte Datei liegt nicht auf dem Dateisystem der Datenbank.</translation>
    </message>
    <message>
        <source>%1 (the database before the swap, with all that lay beside it)</source>
        <translation>%1 (die Datenbank vor dem Tausch, mit allem, was daneben lag)</translation>
    </message>
</context>
<context>
    <name>pilothouse::StepList</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
</context>
<context>
    <name>pilothouse::TimerInstallStep</name>
    <message>
        <source>Switch on the timer %1</source>
        <translation>Den Timer %1 einschalten</translation>
    </message>
</context>
<context>
    <name>pilothouse::TimerRemoveStep</name>
    <message>
        <source>Remove the timer %1</source>
        <translation>Den Timer %1 entfernen</translation>
    </message>
</context>
<context>
    <name>pilothouse::TimerSwitchStep</name>
    <message>
        <source>Switch on the timer %1</source>
        <translation>Den Timer %1 einschalten</translation>
    </message>
    <message>
        <source>Switch off the timer %1</source>
        <translation>Den Timer %1 ausschalten</translation>
    </message>
</context>
<context>
    <name>pilothouse::TimerWord</name>
    <message>
        <source>&quot;unit&quot; must name a timer.</source>
        <translation>„unit“ muss einen Timer nennen.</translation>
    </message>
</context>
<context>
    <name>pilothouse::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>pilothouse::TopBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Manual for this page</source>
        <translation>Handbuch zu dieser Seite</translation>
    </message>
</context>
<context>
    <name>pilothouse::TrayIcon</name>
    <message>
        <source>Show Pilothouse</source>
        <translation>Pilothouse zeigen</translation>
    </message>
    <message>
        <source>Back up all</source>
        <translation>Alle sichern</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Pilothouse: no instance yet</source>
        <translation>Pilothouse: noch keine Instanz</translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n Instanz</numerusform>
            <numerusform>%n Instanzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Pilothouse: %1, %2</source>
        <translation>Pilothouse: %1, %2</translation>
    </message>
    <message>
        <source>Pilothouse: %1. %2: %3</source>
        <translation>Pilothouse: %1. %2: %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::TroubleController</name>
    <message>
        <source>Troubleshooting</source>
        <translation>Fehlersuche</translation>
    </message>
</context>
<context>
    <name>pilothouse::TroubleDialog</name>
    <message>
        <source>Troubleshooter for %1</source>
        <translation>Fehlersuche für %1</translation>
    </message>
    <message>
        <source>Runs the checks of a symptom one by one. Only reads; nothing is started or changed.</source>
        <translation>Führt die Prüfungen eines Symptoms nacheinander aus. Liest nur; nichts wird gestartet oder geändert.</translation>
    </message>
    <message>
        <source>WebSocket address as clients reach it</source>
        <translation>WebSocket-Adresse, wie Klienten sie erreichen</translation>
    </message>
    <message>
        <source>Run the checks</source>
        <translation>Prüfungen ausführen</translation>
    </message>
    <message>
        <source>Runbook</source>
        <translation>Runbook</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Empty: the service&apos;s own address, without the proxy.</source>
        <translation>Leer: die eigene Adresse des Dienstes, ohne den Proxy.</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The profile names no symptoms.</source>
        <translation>Das Profil nennt keine Symptome.</translation>
    </message>
    <message>
        <source>Runbook section: %1 (%2)</source>
        <translation>Abschnitt im Runbook: %1 (%2)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>What may help</source>
        <translation>Was helfen kann</translation>
    </message>
    <message>
        <source>Nothing that these checks know stands in the way.</source>
        <translation>Nichts, was diese Prüfungen kennen, ist im Weg.</translation>
    </message>
    <message>
        <source>There is no plan for this; follow what the lines advise.</source>
        <translation>Dafür gibt es keinen Plan; tun, was die Zeilen raten.</translation>
    </message>
</context>
<context>
    <name>pilothouse::UpgradeController</name>
    <message>
        <source>Read what runs</source>
        <translation>Lesen, was läuft</translation>
    </message>
</context>
<context>
    <name>pilothouse::UpgradeDialog</name>
    <message>
        <source>Upgrade %1</source>
        <translation>%1 umstellen</translation>
    </message>
    <message>
        <source>The plan comes next. Until you press its button, nothing changes.</source>
        <translation>Als Nächstes kommt der Plan. Bis zu seinem Knopf ändert sich nichts.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Or a file that holds it</source>
        <translation>Oder eine Datei damit</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Made by “docker save”; no network is needed then.</source>
        <translation>Von „docker save“; dann wird kein Netz gebraucht.</translation>
    </message>
    <message>
        <source>Made by “npm pack”; no registry is needed then.</source>
        <translation>Von „npm pack“; dann wird keine Registry gebraucht.</translation>
    </message>
    <message>
        <source>Reading what runs</source>
        <translation>Liest, was läuft</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>No newer image of this name is on this machine; it would be fetched.</source>
        <translation>Kein neueres Image dieses Namens ist auf diesem Rechner; es würde geholt.</translation>
    </message>
    <message>
        <source>The list shows newer images that are on this machine.</source>
        <translation>Die Liste zeigt neuere Images auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Give its full path.</source>
        <translation>Den vollen Pfad angeben.</translation>
    </message>
</context>
<context>
    <name>pilothouse::UserPane</name>
    <message>
        <source>Select a user</source>
        <translation>Einen Benutzer wählen</translation>
    </message>
    <message>
        <source>You see what belongs to the account, and what a delete would do.</source>
        <translation>Zu sehen ist dann, was zum Konto gehört und was ein Löschen täte.</translation>
    </message>
    <message>
        <source>Another name looks the same. They differ in characters that cannot be seen: compare the ids.</source>
        <translation>Ein anderer Name sieht gleich aus. Sie unterscheiden sich in unsichtbaren Zeichen: die Kennungen vergleichen.</translation>
    </message>
    <message>
        <source>If you delete this user</source>
        <translation>Beim Löschen</translation>
    </message>
    <message>
        <source>preview, nothing is changed</source>
        <translation>Vorschau, nichts wird geändert</translation>
    </message>
    <message>
        <source>Keep the data</source>
        <translation>Daten behalten</translation>
    </message>
    <message>
        <source>Deletes the account alone. Conversations and files stay without an owner.</source>
        <translation>Löscht nur das Konto. Gespräche und Dateien bleiben ohne Eigentümer.</translation>
    </message>
    <message>
        <source>What the delete does not undo</source>
        <translation>Was das Löschen nicht rückgängig macht</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <translation>%1 löschen…</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>Reading what belongs to the account.</source>
        <translation>Was zum Konto gehört, wird gelesen.</translation>
    </message>
    <message>
        <source>Undo brings the account back.</source>
        <translation>Zurücknehmen bringt das Konto wieder.</translation>
    </message>
    <message>
        <source>Undo brings rows and files back.</source>
        <translation>Zurücknehmen bringt Zeilen und Dateien wieder.</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Alle Sitzungen beenden …</translation>
    </message>
    <message>
        <source>Shows a plan first: every user would have to sign in again.</source>
        <translation>Zeigt zuerst einen Plan: Alle müssten sich neu anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>Tokens that were given out before are good for up to %n day(s).</source>
        <translation>
            <numerusform>Früher ausgegebene Token gelten noch bis zu %n Tag.</numerusform>
            <numerusform>Früher ausgegebene Token gelten noch bis zu %n Tage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::UsersController</name>
    <message>
        <source>Reading the users</source>
        <translation>Benutzer werden gelesen</translation>
    </message>
    <message>
        <source>Sorting the users</source>
        <translation>Benutzer werden sortiert</translation>
    </message>
    <message>
        <source>Reading what the user owns</source>
        <translation>Was dem Benutzer gehört, wird gelesen</translation>
    </message>
    <message>
        <source>Releasing the old list</source>
        <translation>Die alte Liste wird freigegeben</translation>
    </message>
    <message>
        <source>Looking for what belongs to no account</source>
        <translation>Sucht, was zu keinem Konto gehört</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>Export nach %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::UsersPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>What belongs to the account cannot be read: %1</source>
        <translation>Was zum Konto gehört, kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Users of this instance</source>
        <translation>Benutzer dieser Instanz</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message numerus="yes">
        <source>Nobody matches. %n is/are hidden by the filter.</source>
        <translation>
            <numerusform>Niemand passt. %n ist durch den Filter ausgeblendet.</numerusform>
            <numerusform>Niemand passt. %n sind durch den Filter ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no users yet.</source>
        <translation>Es gibt noch keine Benutzer.</translation>
    </message>
    <message>
        <source>The profile of this service knows no users.</source>
        <translation>Das Profil dieses Dienstes kennt keine Benutzer.</translation>
    </message>
    <message>
        <source>Reading %1 from %2</source>
        <translation>%1 wird aus %2 gelesen</translation>
    </message>
    <message>
        <source>As of %1, %2 old</source>
        <translation>Stand %1, %2 alt</translation>
    </message>
    <message>
        <source>%1 of %2 in %3, read %4</source>
        <translation>%1 von %2 in %3, %4 gelesen</translation>
    </message>
    <message>
        <source>The users of %1 cannot be read</source>
        <translation>Die Benutzer von %1 können nicht gelesen werden</translation>
    </message>
    <message>
        <source>Export the users</source>
        <translation>Benutzer exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Not exported to %1: %2. Nothing was written.</source>
        <translation>Nicht nach %1 exportiert: %2. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1, read %2</source>
        <translation>%1, gelesen %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::UsersToolbar</name>
    <message>
        <source>Filter by name, e-mail or id</source>
        <translation>Name, E-Mail, Kennung</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Benutzer filtern</translation>
    </message>
    <message>
        <source>What deleted users and refused registrations left behind</source>
        <translation>Was gelöschte Benutzer und abgelehnte Registrierungen zurückließen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Alle Sitzungen beenden …</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message numerus="yes">
        <source>%n orphan(s)…</source>
        <translation>
            <numerusform>%n verwaist…</numerusform>
            <numerusform>%n verwaist…</numerusform>
        </translation>
    </message>
</context>
</TS>
