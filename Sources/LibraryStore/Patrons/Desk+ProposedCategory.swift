public import LibraryCore

extension Desk {
  /// The category that the birth in a draft proposes; nil where a category was chosen, and where the age is none of a child's.
  public func proposedCategory(for draft: PatronDraft) throws -> CategoryProposal? {
    guard (draft[.category] ?? "").tidied == nil else { return nil }
    return try consider { facts in
      guard case .value(let born) = PatronField.born.read(draft[.born], today: facts.today),
        let age = Patron.age(born: born, on: facts.today)
      else { return nil }
      let house = facts.configuration
      return CategoryProposal(
        house.rules, library: house.libraryCode, categories: house.choices(.patronCategory),
        age: age, on: facts.today)
    }
  }

  /// Gives a draft the category that its age proposes, and says so; a category that was chosen stays.
  public func settleCategory(of draft: inout PatronDraft) throws -> [EntryNotice] {
    guard let proposal = try proposedCategory(for: draft) else { return [] }
    draft[.category] = proposal.category
    return [proposal.notice]
  }
}
