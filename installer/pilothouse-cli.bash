# SPDX-FileCopyrightText: 2026 The Pilothouse authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash: the program itself says what may come next.
_pilothouse_cli()
{
    local IFS=$'\n'
    COMPREPLY=($(pilothouse-cli complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _pilothouse_cli pilothouse-cli
