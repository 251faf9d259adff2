// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containerbridge.h"

#include "core/base/foreigntext.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse {
namespace {

constexpr qsizetype BridgeBuffer = 256 << 10;
constexpr std::chrono::seconds ProbeTime{10};
/// How long the program inside may take to notice that nobody is there any more.
constexpr std::chrono::seconds FarewellTime{2};

/// Asked with "probe" it only says what it would use. nc exists with several meanings: only that of a busybox
/// is known to end with either side. cat would hold a connection whose other side has gone, so bash ends
/// both.
constexpr char BridgeScript[] =
    "if command -v socat >/dev/null 2>&1; then way=socat\n"
    "elif command -v bash >/dev/null 2>&1; then way=bash\n"
    "else\n"
    "  case \"$(nc --help 2>&1)\" in *BusyBox*) way=nc;; esac\n"
    "  [ -n \"$way\" ] || case \"$(busybox nc --help 2>&1)\" in *BusyBox*) way=\"busybox nc\";; esac\n"
    "fi\n"
    "[ -n \"$way\" ] || exit 96\n"
    "[ \"$2\" = probe ] && exit 0\n"
    "case $way in\n"
    "socat) exec socat - \"TCP4:127.0.0.1:$1\";;\n"
    "bash) exec bash -c '\n"
    "  exec 3<>\"/dev/tcp/127.0.0.1/$1\" 4<&0 || exit 97\n"
    "  cat <&3 & answers=$!\n"
    "  cat <&4 >&3 & questions=$!\n"
    "  wait -n\n"
    "  kill $answers $questions 2>/dev/null' bash \"$1\";;\n"
    "*) exec $way 127.0.0.1 \"$1\";;\n"
    "esac\n";

CommandLine bridgeCommand(int port, const QString &mode)
{
    return {QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QString::fromLatin1(BridgeScript), QStringLiteral("pilothouse"),
             QString::number(port), mode},
            {},
            {}};
}

/// Bytes on their way to one side.
struct Flow
{
    Descriptor &to;
    QByteArray waiting = {};

    bool hasRoom() const { return waiting.size() < BridgeBuffer; }
    /// False where the other side takes nothing any more.
    bool push()
    {
        const ssize_t count = ::send(to.number(), waiting.constData(), static_cast<size_t>(waiting.size()),
                                     MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0)
            waiting.remove(0, count);
        return count >= 0 || errno == EAGAIN || errno == EINTR;
    }
};

/// What is there now: bytes, nothing (no more will come), or null for "not yet".
std::optional<QByteArray> take(const Descriptor &from)
{
    QByteArray bytes(64 << 10, Qt::Uninitialized);
    const ssize_t count =
        ::recv(from.number(), bytes.data(), static_cast<size_t>(bytes.size()), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return std::nullopt;
    bytes.resize(std::max<ssize_t>(count, 0));
    return bytes;
}

/// One connection while it lasts: the client's bytes go in as they are, what comes out is in frames.
class Carriage
{
public:
    Carriage(Descriptor &client, Descriptor &inside, const Descriptor &end)
        : m_client(client)
        , m_inside(inside)
        , m_end(end)
        , m_in{inside}
        , m_out{client}
    {
    }

    void run()
    {
        while (!isOver()) {
            std::array<pollfd, 3> waiting{{{m_end.number(), POLLIN, 0},
                                           {m_client.number(), clientEvents(), 0},
                                           {m_inside.number(), insideEvents(), 0}}};
            // A side that is closed would be reported without end.
            if (m_isClientGone && waiting[1].events == 0)
                waiting[1].fd = -1;
            if (m_isInsideGone && waiting[2].events == 0)
                waiting[2].fd = -1;
            const int ready = ::poll(waiting.data(), waiting.size(), m_isClientGone ? 100 : -1);
            if (ready < 0 && errno != EINTR)
                return;
            if ((waiting[0].revents & POLLIN) != 0)
                return;
            if (waiting[1].revents != 0)
                serveClient(waiting[1].revents);
            if (waiting[2].revents != 0)
                serveInside(waiting[2].revents);
        }
    }

    bool hasAnswered() const { return m_hasAnswered; }
    const QByteArray &complaint() const { return m_complaint; }

private:
    bool isOver() const
    {
        const bool isLate = m_isClientGone && std::chrono::steady_clock::now() > m_farewell;
        return m_isBroken || isLate || (m_isInsideGone && m_out.waiting.isEmpty());
    }

    short clientEvents() const
    {
        int events = m_out.waiting.isEmpty() ? 0 : POLLOUT;
        if (!m_isClientGone && m_in.hasRoom())
            events |= POLLIN;
        return static_cast<short>(events);
    }

    short insideEvents() const
    {
        int events = m_in.waiting.isEmpty() ? 0 : POLLOUT;
        if (!m_isInsideGone && m_out.hasRoom())
            events |= POLLIN;
        return static_cast<short>(events);
    }

    void serveClient(short events)
    {
        if ((events & POLLOUT) != 0 && !m_out.push())
            m_isBroken = true;
        if (m_isClientGone || (events & (POLLIN | POLLHUP | POLLERR)) == 0 || !m_in.hasRoom())
            return;
        const auto bytes = take(m_client);
        if (!bytes)
            return;
        m_in.waiting += *bytes;
        if (bytes->isEmpty()) {
            m_isClientGone = true;
            m_farewell = std::chrono::steady_clock::now() + FarewellTime;
            closeInput();
        }
    }

    void serveInside(short events)
    {
        if ((events & POLLOUT) != 0 && !m_in.push())
            m_isBroken = true;
        closeInput();
        if (m_isInsideGone || (events & (POLLIN | POLLHUP | POLLERR)) == 0 || !m_out.hasRoom())
            return;
        const auto bytes = take(m_inside);
        if (!bytes)
            return;
        m_isInsideGone = bytes->isEmpty();
        const auto decoded = m_frames.feed(*bytes, [this](DockerStream stream, const QByteArray &piece) {
            (stream == DockerStream::Output ? m_out.waiting : m_complaint) += piece;
            m_complaint = m_complaint.right(2000);
            m_hasAnswered = m_hasAnswered || stream == DockerStream::Output;
            return true;
        });
        m_isBroken = m_isBroken || !decoded;
    }

    /// The program inside ends when it has read all that was meant for it.
    void closeInput()
    {
        if (m_isClientGone && m_in.waiting.isEmpty())
            ::shutdown(m_inside.number(), SHUT_WR);
    }

    Descriptor &m_client;
    Descriptor &m_inside;
    const Descriptor &m_end;
    Flow m_in;
    Flow m_out;
    DockerFrameDecoder m_frames;
    QByteArray m_complaint;
    bool m_hasAnswered = false;
    bool m_isClientGone = false;
    bool m_isInsideGone = false;
    bool m_isBroken = false;
    std::chrono::steady_clock::time_point m_farewell;
};

} // namespace

ContainerBridge::ContainerBridge(const QString &engineSocket, QString container, int port,
                                 MemoryFolder folder)
    : m_engine(engineSocket)
    , m_container(std::move(container))
    , m_port(port)
    , m_folder(std::move(folder))
{
}

Result<std::unique_ptr<ContainerBridge>> ContainerBridge::open(const QString &engineSocket,
                                                               const QString &container, int port,
                                                               const OperationContext &context)
{
    const auto probed =
        DockerEngine(engineSocket)
            .exec(container, bridgeCommand(port, QStringLiteral("probe")), ProbeTime, context);
    if (!probed && probed.error().kind != ErrorKind::NotFound)
        return failure(probed.error());
    if (!probed || probed->exitCode != 0)
        return failure(Error{
            ErrorKind::NotFound, container,
            tr("Nothing in this container can carry a connection to its port %1 out.").arg(port),
            tr("Publish the port, or use an image with bash, socat or busybox (PostgreSQL's own have bash)."),
            probed ? visibleText(QString::fromUtf8(probed->standardError)) : probed.error().detail});
    auto folder = MemoryFolder::make(QStringLiteral("pilothouse-door-"));
    if (!folder)
        return failure(folder.error());
    std::unique_ptr<ContainerBridge> bridge(
        new ContainerBridge(engineSocket, container, port, std::move(*folder)));
    if (auto listening = bridge->listen(); !listening)
        return failure(listening.error());
    bridge->m_server = std::thread([raw = bridge.get()] { raw->serve(); });
    return bridge;
}

Result<> ContainerBridge::listen()
{
    const QString path = QStringLiteral("%1/.s.PGSQL.%2").arg(folder()).arg(m_port);
    m_end = Descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    m_listener = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return failure(Error{ErrorKind::BadInput, path, tr("This path is too long for a socket."), {}, {}});
    std::copy(name.cbegin(), name.cend(), address.sun_path);
    const auto *general = reinterpret_cast<const sockaddr *>(&address);
    if (!m_end.isOpen() || !m_listener.isOpen() || ::bind(m_listener.number(), general, sizeof address) != 0
        || ::listen(m_listener.number(), 64) != 0)
        return pathFailure(errno, tr("No socket can be made here."), path);
    return {};
}

ContainerBridge::~ContainerBridge()
{
    if (m_end.isOpen())
        (void)!::eventfd_write(m_end.number(), 1);
    if (m_server.joinable())
        m_server.join();
}

void ContainerBridge::serve()
{
    while (true) {
        std::array<pollfd, 2> waiting{{{m_end.number(), POLLIN, 0}, {m_listener.number(), POLLIN, 0}}};
        const int ready = ::poll(waiting.data(), waiting.size(), -1);
        if ((ready < 0 && errno != EINTR) || waiting[0].revents != 0)
            break;
        join(false);
        Descriptor client(::accept4(m_listener.number(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!client.isOpen())
            continue;
        Client &entry = m_clients.emplace_back();
        entry.thread = std::thread(
            [this, &entry, held = std::move(client)]() mutable { carry(std::move(held), entry.hasEnded); });
    }
    join(true);
}

void ContainerBridge::join(bool all)
{
    for (auto it = m_clients.begin(); it != m_clients.end();) {
        if (!all && !it->hasEnded) {
            ++it;
            continue;
        }
        it->thread.join();
        it = m_clients.erase(it);
    }
}

void ContainerBridge::carry(Descriptor client, std::atomic_bool &hasEnded)
{
    auto inside = m_engine.attach(m_container, bridgeCommand(m_port, QStringLiteral("carry")), {});
    if (inside) {
        Carriage carriage(client, *inside, m_end);
        carriage.run();
        if (!carriage.hasAnswered())
            note(carriage.complaint());
    } else {
        note(inside.error().toText().toUtf8());
    }
    client.close();
    hasEnded = true;
}

void ContainerBridge::note(const QByteArray &problem)
{
    const QMutexLocker lock(&m_mutex);
    m_problem = visibleText(QString::fromUtf8(problem).trimmed());
}

QString ContainerBridge::lastProblem() const
{
    const QMutexLocker lock(&m_mutex);
    return m_problem;
}

} // namespace pilothouse
