public import LibraryCore

extension Desk {
  /// Takes the records of files in as one batch, chunk by chunk.
  ///
  /// `progress` is told after each chunk and may stop the import by answering false: what was taken in stays, and the batch stays
  /// open. An open batch can be gone on with (`resuming`, with the same files), closed or undone, also after a crash: every
  /// chunk is written whole or not at all. Nothing is written where the files hold no record to take in.
  public func importRecords(
    _ paths: [String], _ options: ImportOptions = ImportOptions(), resuming batch: EntityID? = nil,
    progress: (ImportProgress) -> Bool = { _ in true }
  ) throws -> ImportOutcome {
    let refusals = try consider { facts in
      facts.staff.may(.importRecords) ? [] : [Refusal.noPermission(.importRecords)]
    }
    guard refusals.isEmpty else { return .refused(refusals) }
    var run = RecordImport(self, try ImportFiles(paths, options), options)
    if let batch {
      let known = try consider { facts in
        try facts.batch(batch).flatMap { known in
          known.status == .open ? try ImportNotes.files(of: batch, facts.db) : nil
        }
      }
      guard let known else { return .refused([.batchNotOpen(batch)]) }
      try run.goOn(with: batch, known)
    }
    try run.run(progress)
    return .imported(run.report)
  }
}
