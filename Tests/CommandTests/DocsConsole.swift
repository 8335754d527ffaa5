/// One command of a console block, with the output that the page shows for it.
struct ConsoleCommand: Equatable, Sendable {
  /// The line of the page on which the command stands, from 1.
  let line: Int
  var text: String
  var expected: [String] = []
  /// 0, unless the fence says otherwise: ```` ```console exit=2 ```` speaks of the block's last command.
  var exitCode: Int32 = 0
  /// Whether other figures than those shown are fine: ```` ```console figures=vary ````.
  var figuresVary = false
}

/// The commands of a page's console blocks, in order.
///
/// A line that begins with `$ ` is a command; a backslash at its end continues it on the next line. The
/// lines up to the next command are its output.
struct ConsolePage: Equatable, Sendable {
  private(set) var commands: [ConsoleCommand] = []
  private var fence: Fence?

  private struct Fence: Equatable, Sendable {
    let marks: String
    let isConsole: Bool
    let exitCode: Int32
    let figuresVary: Bool
    let firstCommand: Int
  }

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      read(String(line), number: index + 1)
    }
  }

  private mutating func read(_ line: String, number: Int) {
    guard let fence else { return open(line) }
    if line.drop(while: { $0 == " " }) == fence.marks { return close(fence) }
    guard fence.isConsole else { return }
    if commands.count > fence.firstCommand, commands[commands.count - 1].text.hasSuffix("\\") {
      commands[commands.count - 1].text += "\n" + line
    } else if line.hasPrefix("$ ") {
      commands.append(
        ConsoleCommand(
          line: number,
          text: String(line.dropFirst(2)),
          figuresVary: fence.figuresVary
        )
      )
    } else if commands.count > fence.firstCommand {
      commands[commands.count - 1].expected.append(line)
    }
  }

  private mutating func open(_ line: String) {
    let start = line.drop { $0 == " " }
    let marks = start.prefix { $0 == "`" }
    guard marks.count >= 3 else { return }
    let words = start.dropFirst(marks.count).split(separator: " ")
    let exit = words.first { $0.hasPrefix("exit=") }?.dropFirst("exit=".count)
    fence = Fence(
      marks: String(marks),
      isConsole: words.first == "console",
      exitCode: exit.flatMap { Int32($0) } ?? 0,
      figuresVary: words.contains("figures=vary"),
      firstCommand: commands.count
    )
  }

  private mutating func close(_ fence: Fence) {
    self.fence = nil
    if commands.count > fence.firstCommand {
      commands[commands.count - 1].exitCode = fence.exitCode
    }
  }
}

/// Compares what a page shows with what a command printed.
///
/// `…` within a line stands for any text, a line of only `…` for any number of lines. Where figures
/// vary, each stands for any other, and line breaks and columns may move with their widths.
struct ConsoleExpectation {
  let lines: [String]
  let figuresVary: Bool

  init(lines: [String], figuresVary: Bool = false) {
    self.lines = lines
    self.figuresVary = figuresVary
  }

  /// Why the output differs, or `nil` when it matches.
  func mismatch(with output: String) -> String? {
    var actual = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if actual.last == "" { actual.removeLast() }
    let isMatch =
      figuresVary
      ? Self.line(Self.withoutFigures(lines), matches: Self.withoutFigures(actual))
      : matches(actual)
    guard !isMatch else { return nil }
    return "shown:\n" + lines.joined(separator: "\n") + "\nprinted:\n"
      + actual.joined(separator: "\n")
  }

  /// The words in one line, `#` for each figure.
  private static func withoutFigures(_ lines: [String]) -> String {
    lines.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(/[0-9]+(?:[.,][0-9]+)*/, with: "#")
  }

  /// Row by row: `reachable[n]` says whether the lines so far match the first `n` printed ones.
  private func matches(_ actual: [String]) -> Bool {
    var reachable = [true] + actual.map { _ in false }
    for line in lines {
      if line == "…" {
        let first = reachable.firstIndex(of: true) ?? reachable.count
        reachable = reachable.indices.map { $0 >= first }
      } else {
        reachable =
          [false] + actual.indices.map { reachable[$0] && Self.line(line, matches: actual[$0]) }
      }
    }
    return reachable[actual.count]
  }

  static func line(_ pattern: String, matches text: String) -> Bool {
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return pattern == text
    }
    guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else {
      return false
    }
    var rest = text.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
