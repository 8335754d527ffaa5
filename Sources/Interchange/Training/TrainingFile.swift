import Workforce

/// `training.yaml`.
enum TrainingFile {
  static let name = "training.yaml"

  /// Reads the file and adds what it names to the context.
  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    into context: inout FolderContext
  ) {
    guard let draft = TrainingReader(findings: findings, context: context).read(bytes) else {
      return
    }
    context.training = draft
    if let skills = draft.skills { context.draft?.skills = skills }
  }
}
