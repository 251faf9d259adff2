<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BackupDays</name>
    <message numerus="yes">
        <source>%n backup(s)</source>
        <translation>
            <numerusform>%n backup</numerusform>
            <numerusform>%n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s) verified</source>
        <translation>
            <numerusform>%1 of %n day verified</numerusform>
            <numerusform>%1 of %n days verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more backup(s) lie(s) in the former folder %1; restore takes the path of a set there.</source>
        <translation>
            <numerusform>%n more backup lies in the former folder %1; restore takes the path of a set there.</numerusform>
            <numerusform>%n more backups lie in the former folder %1; restore takes the path of a set there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) looked through.</source>
        <translation>
            <numerusform>%n request looked through.</numerusform>
            <numerusform>%n requests looked through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) with a line of more than %1, of which only the beginning was looked at.</source>
        <translation>
            <numerusform>%n record with a line of more than %1, of which only the beginning was looked at.</numerusform>
            <numerusform>%n records with a line of more than %1, of which only the beginning was looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of %1 with a line of which only the first %2 bytes are kept.</source>
        <translation>
            <numerusform>%n record of %1 with a line of which only the first %2 bytes are kept.</numerusform>
            <numerusform>%n records of %1 with a line of which only the first %2 bytes are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComposeLogStream</name>
    <message numerus="yes">
        <source>Through the engine: %n container(s), merged by time.</source>
        <translation>
            <numerusform>Through the engine: %n container.</numerusform>
            <numerusform>Through the engine: %n containers, merged by time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabaseMaintenance</name>
    <message numerus="yes">
        <source>It is worth it every %n day(s); it reads the whole file.</source>
        <translation>
            <numerusform>It is worth it every day; it reads the whole file.</numerusform>
            <numerusform>It is worth it every %n days; it reads the whole file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The old file stays for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>The old file stays for %n day and can be put back.</numerusform>
            <numerusform>The old file stays for %n days and can be put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n safety copies are kept</source>
        <translation>
            <numerusform>%n safety copy is kept</numerusform>
            <numerusform>%n safety copies are kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each restore and each VACUUM leaves one, for %n day(s).</source>
        <translation>
            <numerusform>Each restore and each VACUUM leaves one, for %n day.</numerusform>
            <numerusform>Each restore and each VACUUM leaves one, for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They hold %1. Each goes after %n day(s).</source>
        <translation>
            <numerusform>They hold %1. Each goes after %n day.</numerusform>
            <numerusform>They hold %1. Each goes after %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n database</numerusform>
            <numerusform>%n databases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabasePlans</name>
    <message numerus="yes">
        <source>The old file is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>The old file is kept for %n day and can be put back.</numerusform>
            <numerusform>The old file is kept for %n days and can be put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabaseState</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>due every %n day(s)</source>
        <translation>
            <numerusform>due every day</numerusform>
            <numerusform>due every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrillReport</name>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityPlans</name>
    <message numerus="yes">
        <source> (%n row(s))</source>
        <translation>
            <numerusform> (%n row)</numerusform>
            <numerusform> (%n rows)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n more before-value(s)</source>
        <translation>
            <numerusform>%1: %n more before-value</numerusform>
            <numerusform>%1: %n more before-values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectLogsStep</name>
    <message numerus="yes">
        <source>No fatal line in the log for %n second(s)</source>
        <translation>
            <numerusform>No fatal line in the log for %n second</numerusform>
            <numerusform>No fatal line in the log for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardeningMaintenance</name>
    <message numerus="yes">
        <source>%n file(s) were looked at.</source>
        <translation>
            <numerusform>%n file was looked at.</numerusform>
            <numerusform>%n files were looked at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Others get at %n file(s)</source>
        <translation>
            <numerusform>Others get at %n file</numerusform>
            <numerusform>Others get at %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstanceVerdict</name>
    <message numerus="yes">
        <source>%n run(s) missed</source>
        <translation>
            <numerusform>%n run missed</numerusform>
            <numerusform>%n runs missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogFigures</name>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) with a line of more than %1, of which only the beginning was looked at.</source>
        <translation>
            <numerusform>%n record with a line of more than %1, of which only the beginning was looked at.</numerusform>
            <numerusform>%n records with a line of more than %1, of which only the beginning was looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogSettings</name>
    <message numerus="yes">
        <source>%1 now, %2 in all with %n older file(s).</source>
        <translation>
            <numerusform>%1 now, %2 in all with %n older file.</numerusform>
            <numerusform>%1 now, %2 in all with %n older files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older file(s), and the service keeps %1.</source>
        <translation>
            <numerusform>%n older file, and the service keeps %1.</numerusform>
            <numerusform>%n older files, and the service keeps %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The driver %1 keeps at most %2 × %3; this service should keep %n day(s).</source>
        <translation>
            <numerusform>The driver %1 keeps at most %2 × %3; this service should keep %n day.</numerusform>
            <numerusform>The driver %1 keeps at most %2 × %3; this service should keep %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationView</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed, not acknowledged</source>
        <translation>
            <numerusform>%n failed, not acknowledged</numerusform>
            <numerusform>%n failed, not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done with a problem, not acknowledged</source>
        <translation>
            <numerusform>%n done with a problem, not acknowledged</numerusform>
            <numerusform>%n done with a problem, not acknowledged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Orphans</name>
    <message numerus="yes">
        <source>Delete %n orphan(s) on %1</source>
        <translation>
            <numerusform>Delete %n orphan on %1</numerusform>
            <numerusform>Delete %n orphans on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n orphan(s)</source>
        <translation>
            <numerusform>Delete %n orphan</numerusform>
            <numerusform>Delete %n orphans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointInTimePlan</name>
    <message numerus="yes">
        <source>%n standby server(s) must be made anew afterwards.</source>
        <translation>
            <numerusform>%n standby server must be made anew afterwards.</numerusform>
            <numerusform>%n standby servers must be made anew afterwards.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePlan</name>
    <message numerus="yes">
        <source>What is there now is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>What is there now is kept for %n day and can be put back.</numerusform>
            <numerusform>What is there now is kept for %n days and can be put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreUndoPlan</name>
    <message numerus="yes">
        <source>What is there now is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>What is there now is kept for %n day and can be put back.</numerusform>
            <numerusform>What is there now is kept for %n days and can be put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionPlan</name>
    <message numerus="yes">
        <source>Remove %n old backup(s) of %1</source>
        <translation>
            <numerusform>Remove %n old backup of %1</numerusform>
            <numerusform>Remove %n old backups of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n backup(s)</source>
        <translation>
            <numerusform>Remove %n backup</numerusform>
            <numerusform>Remove %n backups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n folder(s)</source>
        <translation>
            <numerusform>Remove %n folder</numerusform>
            <numerusform>Remove %n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shorten %n journal(s)</source>
        <translation>
            <numerusform>Shorten %n journal</numerusform>
            <numerusform>Shorten %n journals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulePlan</name>
    <message numerus="yes">
        <source>older than %n day(s)</source>
        <translation>
            <numerusform>older than %n day</numerusform>
            <numerusform>older than %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n backup job(s) of %1</source>
        <translation>
            <numerusform>Take over %n backup job of %1</numerusform>
            <numerusform>Take over %n backup jobs of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n job(s)</source>
        <translation>
            <numerusform>Take over %n job</numerusform>
            <numerusform>Take over %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerPreflight</name>
    <message numerus="yes">
        <source>%n session(s) of the service (%1) end when it is stopped; where one of them stays, all is put back.</source>
        <translation>
            <numerusform>%n session of the service (%1) ends when it is stopped; if it stays, all is put back.</numerusform>
            <numerusform>%n sessions of the service (%1) end when it is stopped; where one of them stays, all is put back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerRestore</name>
    <message numerus="yes">
        <source>The dump lacks %n table(s) that %1 has: %2.</source>
        <translation>
            <numerusform>The dump lacks %n table that %1 has: %2.</numerusform>
            <numerusform>The dump lacks %n tables that %1 has: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerRows</name>
    <message numerus="yes">
        <source>%n session(s) wait for a lock</source>
        <translation>
            <numerusform>%n session waits for a lock</numerusform>
            <numerusform>%n sessions wait for a lock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s)</source>
        <translation>
            <numerusform>%n replica</numerusform>
            <numerusform>%n replicas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) of other roles not visible: needs pg_monitor</source>
        <translation>
            <numerusform>%n session of other roles not visible: needs pg_monitor</numerusform>
            <numerusform>%n sessions of other roles not visible: needs pg_monitor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceFacts</name>
    <message numerus="yes">
        <source>for %1, %n time(s) in a row</source>
        <translation>
            <numerusform>for %1, %n time in a row</numerusform>
            <numerusform>for %1, %n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %1, %n tries</source>
        <translation>
            <numerusform>within %1, %n try</numerusform>
            <numerusform>within %1, %n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n start(s) in 2 days</source>
        <translation>
            <numerusform>%n start in 2 days</numerusform>
            <numerusform>%n starts in 2 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n address(es)</source>
        <translation>
            <numerusform>from %n address</numerusform>
            <numerusform>from %n addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <source>Without this, tokens stay good for up to %n day(s).</source>
        <translation>
            <numerusform>Without this, tokens stay good for up to %n day.</numerusform>
            <numerusform>Without this, tokens stay good for up to %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleChecks</name>
    <message numerus="yes">
        <source>%1, restarted %n time(s)</source>
        <translation>
            <numerusform>%1, restarted %n time</numerusform>
            <numerusform>%1, restarted %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>restarted %n time(s)</source>
        <translation>
            <numerusform>restarted %n time</numerusform>
            <numerusform>restarted %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No error in the last %n record(s)</source>
        <translation>
            <numerusform>No error in the last record</numerusform>
            <numerusform>No error in the last %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged, %n problem(s): %1</source>
        <translation>
            <numerusform>Damaged, %n problem: %1</numerusform>
            <numerusform>Damaged, %n problems: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n session(s) wait for a lock</source>
        <translation>
            <numerusform>%1, and %n session waits for a lock</numerusform>
            <numerusform>%1, and %n sessions wait for a lock</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Upgrade</name>
    <message numerus="yes">
        <source>There is nothing to remove: an old version of %1 is kept for %n day(s).</source>
        <translation>
            <numerusform>There is nothing to remove: an old version of %1 is kept for %n day.</numerusform>
            <numerusform>There is nothing to remove: an old version of %1 is kept for %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The old version is kept for %n day(s) and can be put back.</source>
        <translation>
            <numerusform>The old version is kept for %n day and can be put back.</numerusform>
            <numerusform>The old version is kept for %n days and can be put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n container(s) of the service are made again.</source>
        <translation>
            <numerusform>The %n container of the service is made again.</numerusform>
            <numerusform>All %n containers of the service are made again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::Application</name>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%n picture in %1</numerusform>
            <numerusform>%n pictures in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPane</name>
    <message numerus="yes">
        <source>%n file(s) beside them, %1. Only a restore of all databases brings them back.</source>
        <translation>
            <numerusform>%n file beside them, %1. Only a restore of all databases brings it back.</numerusform>
            <numerusform>%n files beside them, %1. Only a restore of all databases brings them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupPruneStep</name>
    <message numerus="yes">
        <source>Remove %n backup(s)</source>
        <translation>
            <numerusform>Remove %n backup</numerusform>
            <numerusform>Remove %n backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupStampCard</name>
    <message numerus="yes">
        <source>%1 of %n database(s) in the set</source>
        <translation>
            <numerusform>%1 of %n database in the set</numerusform>
            <numerusform>%1 of %n databases in the set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n database(s) and all files, %1</source>
        <translation>
            <numerusform>%n database and all files, %1</numerusform>
            <numerusform>%n databases and all files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupSweepStep</name>
    <message numerus="yes">
        <source>Remove %n folder(s) that are no longer needed</source>
        <translation>
            <numerusform>Remove %n folder that is no longer needed</numerusform>
            <numerusform>Remove %n folders that are no longer needed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::BackupsController</name>
    <message numerus="yes">
        <source>%n more backup(s) lie(s) where this instance kept them before: %1</source>
        <translation>
            <numerusform>%n more backup lies where this instance kept it before: %1</numerusform>
            <numerusform>%n more backups lie where this instance kept them before: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n daily</source>
        <translation>
            <numerusform>%n daily</numerusform>
            <numerusform>%n daily</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekly</source>
        <translation>
            <numerusform>%n weekly</numerusform>
            <numerusform>%n weekly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n monthly</source>
        <translation>
            <numerusform>%n monthly</numerusform>
            <numerusform>%n monthly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::CloseQuestion</name>
    <message numerus="yes">
        <source>%n operation(s) running</source>
        <translation>
            <numerusform>%n operation running</numerusform>
            <numerusform>%n operations running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ConfigurationPage</name>
    <message numerus="yes">
        <source>%n file(s), each as it should be</source>
        <translation>
            <numerusform>%n file, as it should be</numerusform>
            <numerusform>%n files, each as it should be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabaseTwin</name>
    <message numerus="yes">
        <source>%n session(s) did not end.</source>
        <translation>
            <numerusform>%n session did not end.</numerusform>
            <numerusform>%n sessions did not end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::DatabasesController</name>
    <message numerus="yes">
        <source>%n check(s) found problems.</source>
        <translation>
            <numerusform>%n check found problems.</numerusform>
            <numerusform>%n checks found problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::DrillCard</name>
    <message numerus="yes">
        <source>Due every %n day(s)</source>
        <translation>
            <numerusform>Due every day</numerusform>
            <numerusform>Due every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::EnvironmentCard</name>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them secret</source>
        <translation>
            <numerusform>%n of them secret</numerusform>
            <numerusform>%n of them secret</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ExpectContentsStep</name>
    <message numerus="yes">
        <source>Compare every row of %n database(s) with the backup</source>
        <translation>
            <numerusform>Compare every row of %n database with the backup</numerusform>
            <numerusform>Compare every row of %n databases with the backup</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FindPane</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not in the list</source>
        <translation>
            <numerusform>%n not in the list</numerusform>
            <numerusform>%n not in the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FindingsCard</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::InstanceForm</name>
    <message numerus="yes">
        <source>%n container(s) found</source>
        <translation>
            <numerusform>%n container found</numerusform>
            <numerusform>%n containers found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::JournalShortenStep</name>
    <message numerus="yes">
        <source>Remove the contents of rows from the journals of %n operation(s)</source>
        <translation>
            <numerusform>Remove the contents of rows from the journal of %n operation</numerusform>
            <numerusform>Remove the contents of rows from the journals of %n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::LastBackupCard</name>
    <message numerus="yes">
        <source>%n database(s)</source>
        <translation>
            <numerusform>%n database</numerusform>
            <numerusform>%n databases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::LogExportDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked record(s), with notes</source>
        <translation>
            <numerusform>%n marked record, with notes</numerusform>
            <numerusform>%n marked records, with notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::MaintenancePage</name>
    <message numerus="yes">
        <source>%n bad</source>
        <translation>
            <numerusform>%n bad</numerusform>
            <numerusform>%n bad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due</source>
        <translation>
            <numerusform>%n due</numerusform>
            <numerusform>%n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::Padlock</name>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Unlock for %n minute</numerusform>
            <numerusform>Unlock for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlocked for %n more minute(s)</source>
        <translation>
            <numerusform>Keep unlocked for %n minute</numerusform>
            <numerusform>Keep unlocked for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::PlanView</name>
    <message numerus="yes">
        <source>%n in the way</source>
        <translation>
            <numerusform>%n in the way</numerusform>
            <numerusform>%n in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresChangeRows</name>
    <message numerus="yes">
        <source>Change %n row(s) of %1</source>
        <translation>
            <numerusform>Change %n row of %1</numerusform>
            <numerusform>Change %n rows of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::PostgresRowEditor</name>
    <message numerus="yes">
        <source>%n row(s) did not become what was meant, so nothing was changed.</source>
        <translation>
            <numerusform>%n row did not become what was meant, so nothing was changed.</numerusform>
            <numerusform>%n rows did not become what was meant, so nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have changed since, so nothing was changed.</source>
        <translation>
            <numerusform>%n row has changed since, so nothing was changed.</numerusform>
            <numerusform>%n rows have changed since, so nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ProbeController</name>
    <message numerus="yes">
        <source>%n hold</source>
        <translation>
            <numerusform>%n holds</numerusform>
            <numerusform>%n hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to know</source>
        <translation>
            <numerusform>%n to know</numerusform>
            <numerusform>%n to know</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the way</source>
        <translation>
            <numerusform>%n in the way</numerusform>
            <numerusform>%n in the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::RecoveryCard</name>
    <message numerus="yes">
        <source>Stanza %1, %n backup(s), the newest of %2 (%3)</source>
        <translation>
            <numerusform>Stanza %1, %n backup, the newest of %2 (%3)</numerusform>
            <numerusform>Stanza %1, %n backups, the newest of %2 (%3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n data directory(s) of earlier restores beside it</source>
        <translation>
            <numerusform>%n data directory of an earlier restore beside it</numerusform>
            <numerusform>%n data directories of earlier restores beside it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::RestoreCheckStep</name>
    <message numerus="yes">
        <source>Check %n staged database(s)</source>
        <translation>
            <numerusform>Check %n staged database</numerusform>
            <numerusform>Check %n staged databases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::RowsChange</name>
    <message numerus="yes">
        <source>Change %n row(s) in %1</source>
        <translation>
            <numerusform>Change %n row in %1</numerusform>
            <numerusform>Change %n rows in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ScheduleCard</name>
    <message numerus="yes">
        <source>%n run(s) missed</source>
        <translation>
            <numerusform>%n run missed</numerusform>
            <numerusform>%n runs missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::SqliteEngine</name>
    <message numerus="yes">
        <source>The database would change %n further row(s) by its own rules.</source>
        <translation>
            <numerusform>The database would change %n further row by its own rules.</numerusform>
            <numerusform>The database would change %n further rows by its own rules.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have changed since.</source>
        <translation>
            <numerusform>%n row has changed since.</numerusform>
            <numerusform>%n rows have changed since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::TrayIcon</name>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n instance</numerusform>
            <numerusform>%n instances</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::UserPane</name>
    <message numerus="yes">
        <source>Tokens that were given out before are good for up to %n day(s).</source>
        <translation>
            <numerusform>Tokens that were given out before are good for up to %n day.</numerusform>
            <numerusform>Tokens that were given out before are good for up to %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::UsersPage</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody matches. %n is/are hidden by the filter.</source>
        <translation>
            <numerusform>Nobody matches. %n is hidden by the filter.</numerusform>
            <numerusform>Nobody matches. %n are hidden by the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::UsersToolbar</name>
    <message numerus="yes">
        <source>%n orphan(s)…</source>
        <translation>
            <numerusform>%n orphan…</numerusform>
            <numerusform>%n orphans…</numerusform>
        </translation>
    </message>
</context>
</TS>
