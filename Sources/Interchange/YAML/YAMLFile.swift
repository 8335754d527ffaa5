import Workforce
import Yams

/// Turns the bytes of a YAML file into nodes that know their lines.
enum YAMLFile {
  /// The file's only document; `nil`, with a report, when it cannot be read.
  static func compose(_ bytes: [UInt8], findings: FileFindings) -> Node? {
    if let problem = TextEncoding.problem(in: bytes) {
      findings.report("text encoding", line: problem.line, problem.problem)
      return nil
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = String(decoding: bytes[(hasMark ? 3 : 0)...], as: UTF8.self)
    do {
      if let node = try Yams.compose(yaml: text) { return node }
      findings.report("empty file", line: 1, .emptyYAML)
    } catch let error as YamlError {
      report(error, in: text, findings)
    } catch {
      findings.report("YAML syntax", .yamlSyntax("\(error)"))
    }
    return nil
  }

  private static func report(_ error: YamlError, in text: String, _ findings: FileFindings) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let prefix = context.map { $0.text + ": " } ?? ""
      findings.report("YAML syntax", line: mark.line, .yamlSyntax(prefix + problem))
    case .duplicatedKeysInMapping(let keys, let context):
      findings.report("duplicate key", line: context.mark.line, .duplicateKeys(keys))
    case .reader(let problem, let offset, _, _):
      let line = offset.map { 1 + text.prefix($0).count { $0.isNewline } }
      findings.report("YAML syntax", line: line, .yamlSyntax(problem))
    default:
      findings.report("YAML syntax", .yamlSyntax("\(error)"))
    }
  }
}
