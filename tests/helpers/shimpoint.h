// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>

/// A name of its own: a preloaded library stands before everything that the program knows by the same name.
namespace shim {

/// What the environment says of where the shim acts, and how; see faultshim.cpp.
enum class Class { Changes, Reads, Opens };

struct Settings
{
    std::string scope;
    Class counted = Class::Changes;
    long at = 0;
    int errorNumber = 0;
    bool isLasting = false;
    bool isKill = false;
    bool isTorn = false;
    int log = -1;
    int record = -1;
};

/// Read once; children of the program start without any of it.
const Settings &settings();

std::string linkOf(int file);
std::string pathOf(int folder, const char *name);
bool isInScope(const std::string &path);
void append(int file, const std::string &text);
std::string inodeOf(int file);
std::string inodeAt(const std::string &path);

/// Counts a call. True: it is to fail with errno, which is set. `half` does half of the work of a write.
bool isHit(Class kind, const char *name, const std::string &path, const std::function<void()> &half);
bool isHit(Class kind, const char *name, const std::string &path);

} // namespace shim
