// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

namespace pilothouse {

/// What an operation holds somewhere else than on this machine, so that nobody works on the same thing from
/// another one. Let go by its destructor, and by whoever keeps it when this process dies.
class OperationLock
{
public:
    OperationLock() = default;
    virtual ~OperationLock() = default;
    OperationLock(const OperationLock &) = delete;
    OperationLock &operator=(const OperationLock &) = delete;

    /// Takes it, or looks that it is still held and takes it again. Locked names who has it instead. Called
    /// before anything is done, and before each step.
    [[nodiscard]] virtual Result<> confirm(const OperationContext &context) = 0;
    /// What could not be taken because nobody answers there, as a sentence; empty: all is held.
    virtual QString notHeld() const = 0;
};

} // namespace pilothouse
