// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/addbackupsteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/archivecreatestep.h"
#include "core/steps/archiveextractstep.h"
#include "core/steps/backupbeginstep.h"
#include "core/steps/backupcopystep.h"
#include "core/steps/backuppinstep.h"
#include "core/steps/backupprovestep.h"
#include "core/steps/backupprunestep.h"
#include "core/steps/backuppublishstep.h"
#include "core/steps/backupstagestep.h"
#include "core/steps/backupsweepstep.h"
#include "core/steps/backupverifystep.h"
#include "core/steps/containercopystep.h"
#include "core/steps/containerpushstep.h"
#include "core/steps/expectcontentsstep.h"
#include "core/steps/restoreasidestep.h"
#include "core/steps/restorecheckstep.h"
#include "core/steps/restoreclearstep.h"
#include "core/steps/restorefolderstep.h"
#include "core/steps/restoresafetystep.h"
#include "core/steps/restorestagestep.h"

namespace pilothouse {

void addBackupSteps(StepRegistry &registry, FileOps &files, const Clock &clock, const CheckStore *checks)
{
    registry.add(std::make_unique<BackupBeginStep>(files, clock));
    registry.add(std::make_unique<BackupStageStep>(files, clock));
    registry.add(std::make_unique<ArchiveCreateStep>(files, clock));
    registry.add(std::make_unique<BackupPublishStep>(files, clock));
    registry.add(std::make_unique<BackupVerifyStep>(files, clock));
    registry.add(std::make_unique<BackupCopyStep>(files, clock));
    registry.add(std::make_unique<BackupPruneStep>(files, clock));
    registry.add(std::make_unique<BackupPinStep>(files, clock));
    registry.add(std::make_unique<BackupProveStep>(files, clock));
    registry.add(std::make_unique<BackupSweepStep>(files, clock));
    registry.add(std::make_unique<ArchiveExtractStep>(files, clock));
    registry.add(std::make_unique<RestoreCheckStep>(files, clock));
    registry.add(std::make_unique<RestoreSafetyStep>(files, clock));
    registry.add(std::make_unique<RestoreFolderStep>(files, clock));
    registry.add(std::make_unique<RestoreStageStep>(files, clock));
    registry.add(std::make_unique<RestoreAsideStep>(files, clock, checks));
    registry.add(std::make_unique<RestoreClearStep>(files, clock));
    registry.add(std::make_unique<ContainerCopyStep>(files, clock));
    registry.add(std::make_unique<ContainerPushStep>(files, clock));
    registry.add(std::make_unique<ExpectContentsStep>(files, clock));
}

} // namespace pilothouse
