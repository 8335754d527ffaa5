import Foundation
import Testing

@Suite struct ConsolePageTests {
  @Test func `reads commands with the output below them`() {
    let page = ConsolePage(
      """
      Text with `$ no command`.

      ```console
      $ shiftwright plan one
      first line

      third line
      $ shiftwright check one \\
          two
      ```

      ```sh
      $ scripts/demo
      ```
      ```console exit=2
      $ shiftwright plan three
      $ shiftwright plan four
      …
      ```
      """
    )
    #expect(
      page.commands == [
        ConsoleCommand(
          line: 4,
          text: "shiftwright plan one",
          expected: ["first line", "", "third line"]
        ),
        ConsoleCommand(line: 8, text: "shiftwright check one \\\n    two"),
        ConsoleCommand(line: 16, text: "shiftwright plan three"),
        ConsoleCommand(line: 17, text: "shiftwright plan four", expected: ["…"], exitCode: 2),
      ]
    )
  }

  @Test func `a fence inside a longer fence is text`() {
    let page = ConsolePage("````markdown\n```console\n$ no\n```\n````\n```console\n$ yes\n```\n")
    #expect(page.commands == [ConsoleCommand(line: 7, text: "yes")])
  }
}

@Suite struct ConsoleExpectationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let shown: [String]
    let printed: String
    let isMatch: Bool

    init(_ id: String, shown: [String], printed: String, isMatch: Bool) {
      testDescription = id
      self.shown = shown
      self.printed = printed
      self.isMatch = isMatch
    }
  }

  @Test(arguments: [
    Case("nothing", shown: [], printed: "", isMatch: true),
    Case("the same", shown: ["a", "b"], printed: "a\nb\n", isMatch: true),
    Case("no newline at the end", shown: ["a"], printed: "a", isMatch: true),
    Case("an unexpected line", shown: ["a"], printed: "a\nb\n", isMatch: false),
    Case("a missing line", shown: ["a", "b"], printed: "a\n", isMatch: false),
    Case("a space too many", shown: ["a"], printed: "a \n", isMatch: false),
    Case("a number left open", shown: ["… s in …"], printed: "12 s in all\n", isMatch: true),
    Case("a middle part", shown: ["a … b … c"], printed: "a 1 b 2 c\n", isMatch: true),
    Case("a middle part absent", shown: ["a … b … c"], printed: "a 1 2 c\n", isMatch: false),
    Case("ends that overlap", shown: ["aba…ba"], printed: "aba\n", isMatch: false),
    Case("any lines", shown: ["a", "…", "z"], printed: "a\nb\nc\nz\n", isMatch: true),
    Case("no lines at all", shown: ["a", "…", "z"], printed: "a\nz\n", isMatch: true),
    Case("any lines, wrong end", shown: ["a", "…", "z"], printed: "a\nz\nb\n", isMatch: false),
    Case("two open stretches", shown: ["…", "m", "…"], printed: "a\nm\nb\n", isMatch: true),
    Case("two open stretches, no mark", shown: ["…", "m", "…"], printed: "a\nb\n", isMatch: false),
  ])
  func `compares line by line, with gaps`(c: Case) {
    let mismatch = ConsoleExpectation(lines: c.shown).mismatch(with: c.printed)
    #expect((mismatch == nil) == c.isMatch, "\(mismatch ?? "matches")")
  }
}

@Suite struct VaryingFiguresTests {
  @Test(arguments: [
    ("Cost  1,234.5 GBP", "Cost   987 GBP\n", true),
    ("40 people,\n5 queues", "38 people, 5\nqueues\n", true),
    ("gap … of all\n…\nReport x", "gap 0.2% of all\nmore\nand more\nReport x\n", true),
    ("no interval", "3 intervals\n", false),
    ("97.1% ± 0.2 met", "61.0% ± 0.9 missed\n", false),
  ])
  func `compares words and not figures`(shown: String, printed: String, isMatch: Bool) {
    let lines = shown.split(separator: "\n").map(String.init)
    let mismatch = ConsoleExpectation(lines: lines, figuresVary: true).mismatch(with: printed)
    #expect((mismatch == nil) == isMatch, "\(mismatch ?? "matches")")
  }

  @Test func `the fence says it`() {
    let page = ConsolePage("```console figures=vary exit=2\n$ one\n```\n```console\n$ two\n```\n")
    #expect(page.commands.map(\.figuresVary) == [true, false])
    #expect(page.commands.map(\.exitCode) == [2, 0])
  }
}

@Suite struct CommandRunnerTests {
  @Test func `captures output, errors and exit code`() async throws {
    try await TemporaryFolder.with { folder in
      let program = URL(filePath: "/bin/sh")
      let command = try RunningCommand(program, ["-c", "pwd; echo no >&2; exit 3"], in: folder)
      let result = try await command.result()
      #expect(result.exitCode == 3)
      #expect(result.output.hasSuffix(folder.lastPathComponent + "\n"))
      #expect(result.errors == "no\n")
    }
  }

  @Test func `a shell line joins errors to the output and finds shiftwright`() async throws {
    try await TemporaryFolder.with { folder in
      let result = try await CommandRunner(folder: folder)
        .shell("echo no >&2; command -v shiftwright")
      #expect(result.exitCode == 0)
      #expect(result.output == "no\n\(CommandRunner.executable.path)\n")
    }
  }
}

/// The commands that the documentation shows, run as a reader would.
@Suite struct DocsConsoleTests {
  /// README.md and the pages of docs/ that show a command, relative to the package's root.
  static let pages: [String] = {
    let root = CommandRunner.packageRoot
    let docs = FileManager.default.enumerator(atPath: root.appending(path: "docs").path)
    let names = (docs?.allObjects ?? []).compactMap { $0 as? String }
    let pages = ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
    return pages.filter { !page($0).commands.isEmpty }
  }()

  private static func page(_ path: String) -> ConsolePage {
    let file = CommandRunner.packageRoot.appending(path: path)
    return ConsolePage((try? String(contentsOf: file, encoding: .utf8)) ?? "")
  }

  @Test func `some pages show commands`() {
    #expect(Self.pages.contains("README.md"))
    #expect(Self.pages.contains("docs/getting-started.md"))
  }

  /// Whether the program was built with optimization; without it a plan takes fifty times as long.
  static var isOptimized: Bool {
    #if DEBUG
    false
    #else
    true
    #endif
  }

  @Test(
    .enabled(if: isOptimized, "run in the release build only: scripts/test"),
    .timeLimit(.minutes(60)),
    arguments: pages
  )
  func `each command prints what its page shows`(path: String) async throws {
    try await TemporaryFolder.with { folder in
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "scenarios"),
        withDestinationURL: CommandRunner.packageRoot.appending(path: "scenarios")
      )
      for command in Self.page(path).commands {
        let result = try await CommandRunner(folder: folder).shell(command.text)
        let place = "\(path):\(command.line): \(command.text)"
        try #require(result.exitCode == command.exitCode, "\(place)\n\(result.output)")
        let mismatch = ConsoleExpectation(
          lines: command.expected,
          figuresVary: command.figuresVary
        ).mismatch(with: result.output)
        #expect(mismatch == nil, "\(place)\n\(mismatch ?? "")")
      }
    }
  }
}
