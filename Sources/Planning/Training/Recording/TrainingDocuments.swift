import Interchange
import Storage
import Workforce

/// The files with records that the first schema kept as bytes.
enum TrainingDocuments {
  /// Moves them into rows, in one transaction; does nothing when there are none.
  ///
  /// `Storage` reads no CSV: the migration makes the tables, and the first program that opens the
  /// database fills them.
  static func move(in store: CenterStore) throws(ShiftwrightError) {
    let records = Set(RecordFile.allCases.map(\.rawValue))
    let names = try store.fileNames(beginning: "").filter { records.contains($0) }
    guard !names.isEmpty, let stored = try store.scenario() else { return }
    let loaded = ScenarioFolder.load(ScenarioArchive.files(of: stored), named: store.path)
    guard let inputs = loaded.value else {
      throw ShiftwrightError(
        "\(store.path): the files with records of training in it cannot be read.\n"
          + BadInput(diagnostics: loaded.errors).description
      )
    }
    _ = try store.record("migrate", by: "shiftwright") { writer in
      try writer.register(courses: inputs.training.courses.map(\.name))
      try writer.take(inputs.training)
      for name in names { try writer.replaceFile(name, nil) }
    }
  }
}
