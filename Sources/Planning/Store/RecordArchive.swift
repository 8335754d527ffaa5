import Interchange
import Storage
import Workforce

/// The files of a database that may have a million rows, made row by row.
struct RecordArchive {
  let contents: StoredContents

  /// The files that are not empty.
  func files() throws -> [StreamedFile] {
    let files: [(table: TrainingTable, file: StreamedFile)] = [
      (
        .certification,
        RecordTable.certifications(
          hasRevoked: try contents.hasRevocations(),
          hasReasons: try contents.hasRevocationReasons()
        ).file(contents.certifications)
      ),
      (.attendance, RecordTable.attendance.file(contents.attendances)),
      (
        .assessment,
        RecordTable.assessments(hasCorrections: try contents.hasCorrections())
          .file(contents.assessments)
      ),
      (.performance, RecordTable.performance.file(contents.performance)),
    ]
    return try files.filter { try !contents.isEmpty($0.table) }.map(\.file)
  }
}
