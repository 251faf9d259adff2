// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/motion.h"

#include <chrono>

namespace pilothouse {
namespace {

constexpr int TurnMilliseconds = 1200;
constexpr int FrameMilliseconds = 50; // 20 frames a second
constexpr int FadeMilliseconds = 100;
constexpr double StillAngle = 0;

Motion &motionInForce()
{
    static Motion motion = Motion::Still;
    return motion;
}

} // namespace

void setMotion(Motion motion)
{
    motionInForce() = motion;
}

Motion currentMotion()
{
    return motionInForce();
}

double arcAngle()
{
    if (currentMotion() != Motion::Full)
        return StillAngle;
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    return 360.0 * static_cast<double>(now % TurnMilliseconds) / TurnMilliseconds;
}

int arcInterval()
{
    return currentMotion() == Motion::Full ? FrameMilliseconds : 0;
}

int fadeDuration()
{
    return currentMotion() == Motion::Full ? FadeMilliseconds : 0;
}

} // namespace pilothouse
