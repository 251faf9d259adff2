// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Catalogue;
class FileOps;

/// Adds permissions.audit and permissions.fix. `files` outlives the catalogue.
void addPermissionActions(Catalogue &catalogue, FileOps &files);

} // namespace pilothouse
