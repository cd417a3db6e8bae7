import LibraryCore
import Testing

@Suite struct UndoDecisionTests {
  private let loan = OpID(rawValue: 3)

  @Test("ops stand on each other where they decide the same part of a thing")
  func carries() {
    let note = OpBody.itemSaved([ItemField.note.set("x")])
    let price = OpBody.itemSaved([ItemField.price.set("1")])
    let status = OpBody.itemSaved([ItemField.status.set("lost")])
    let removal = OpBody.itemSaved([ItemField.status.set("removed")])
    let closed = OpBody.loanClosed(LoanClosed(loan: loan))
    let found = OpBody.loanClosed(LoanClosed(loan: loan, foundFrom: .lost))
    #expect(!note.carries(price, isCreation: false) && note.carries(note, isCreation: false))
    #expect(note.carries(price, isCreation: true) && note.carries(removal, isCreation: false))
    #expect(!status.carries(closed, isCreation: false) && status.carries(found, isCreation: false))
    #expect(closed.carries(.loanVoided(loan: loan), isCreation: false))
    let paid = OpBody.paymentTaken(PaymentTaken(amount: Money(dong: 1)))
    #expect(!paid.carries(paid, isCreation: false))
  }

  @Test("earlier values are the newest ones before, and what was never set is what it began as")
  func earlierFields() throws {
    let body = OpBody.itemSaved([
      ItemField.note.set("c"), ItemField.type.set("DVD"), ItemField.status.set("lost"),
    ])
    var fields = try #require(EarlierFields(before: body))
    fields.take(.loanClosed(LoanClosed(loan: loan, foundFrom: .missing)))
    fields.take(.itemSaved([ItemField.note.set(nil), ItemField.price.set("5")]))
    fields.take(.itemSaved([ItemField.note.set("a"), ItemField.status.set("damaged")]))
    #expect(!fields.isComplete)
    #expect(
      fields.restoring
        == .itemSaved([
          ItemField.note.set(nil), ItemField.type.set(Item.defaultType),
          ItemField.status.set("available"),
        ]))
    #expect(EarlierFields(before: .recordStatusSet(.active)) == nil)
  }

  @Test("who may take back what, and all reasons at once")
  func refusals() {
    let op = Op(
      id: OpID(rawValue: 9), wall: 0, clockQuality: .setByStaff, actor: EntityID(rawValue: 77),
      entity: EntityID(rawValue: 7), body: .ruleSaved([]))
    func refusals(_ role: StaffRole, _ change: (inout UndoFacts) -> Void = { _ in }) -> [Refusal] {
      var staff = Sample.staff
      staff.role = role
      var facts = UndoFacts(op: op, staff: staff)
      change(&facts)
      return facts.refusals
    }
    #expect(refusals(.administrator) == [])
    #expect(refusals(.librarian) == [.noPermission(.manageRules)])
    #expect(refusals(.helper) == [.ownActionsOnly, .noPermission(.manageRules)])
    #expect(
      refusals(.administrator) {
        $0.standing = [OpID(rawValue: 12)]
        $0.copies = 2
        $0.isStocktakeClosed = true
      } == [.stocktakeClosed, .recordInUse(items: 2), .laterActions([OpID(rawValue: 12)])])
    #expect(
      refusals(.administrator) { $0.undoneBy = OpID(rawValue: 11) }
        == [.alreadyUndone(by: OpID(rawValue: 11))])
    #expect(
      refusals(.administrator) { $0.op.body = .batchUndone(kept: []) }
        == [.notUndoable(kind: OpKind.batchUndone.rawValue)])
    #expect(
      refusals(.administrator) { $0.staff.isActive = false }
        == [.noPermission(.undoOwn), .noPermission(.manageRules)])
  }
}
