#!/usr/bin/python3
# SPDX-FileCopyrightText: The Khảo Sát authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-findings.py KHAOSAT-CLI DATA: what needs checking, decided by the command line."""
import collections
import json
import re

from cli import DAY, TEMPLATE, VIETNAMESE, FolderCase, call, content, main, make_campaign, table

SENTENCE_END = "Đây là dấu hiệu để kiểm tra, chưa phải kết luận."
SENTENCES = {
    "identical": r"10 phiếu của .* có các câu trả lời giống hệt nhau, nhiều hơn mức thường gặp ở các đơn vị khác "
                 r"\(không quá 0,1%\)\. ",
    "burst": r"6 phiếu của .* có phương án trả lời giống nhau và ít gặp, gửi trong vòng 55 giây\. ",
    "double": r"Hai phiếu có nội dung và ý kiến viết giống hệt nhau, cách nhau 3 giây; có thể do bấm Gửi hai lần\. ",
    "over_staff": r".* có \d+ phiếu, nhiều hơn \d+ cán bộ, công chức thuộc diện khảo sát\. Đề nghị kiểm tra lại số cán bộ, "
                  r"công chức hoặc việc gửi phiếu\. ",
    "reconcile": r"Ba nguồn số liệu của .* chưa thống nhất: danh sách \d+ người; tổ công tác báo cáo \d+; "
                 r"phiếu nhận được \d+\. ",
    "out_of_scope": r"[\d.]+ phiếu do người không phải cán bộ, công chức trả lời \(người hoạt động không chuyên trách: "
                    r"[\d.]+; khác: [\d.]+\)\. ",
}
KINDS = {"identical": 8, "burst": 8, "double": 4, "over_staff": 11, "reconcile": 30, "out_of_scope": 1,
         "token_mismatch": 5, "unknown_unit": 4, "outside_window": 12}
WHY = "Đã đối chiếu với tổ công tác"


class Findings(FolderCase):
    def setUp(self):
        self.file = self.folder / f"{self.id().rsplit('.', 1)[1]}.khaosat"
        make_campaign(self.file, "--units", DAY / "units.csv", "--template", TEMPLATE)
        call("import", self.file, DAY / "google-native.csv")
        call("reports", self.file, "--import", DAY / "reports.csv")
        self.truth = json.loads((DAY / "truth.json").read_text())

    def findings(self, kind, *words):
        return [row for row in table("findings", self.file, *words) if row["kind"] == kind]

    def answers(self, code):
        return {row["scope"]: int(row["answers"]) for row in table("participation", self.file, "--by", "unit")}[code]

    def test_list(self):
        rows = table("findings", self.file)
        self.assertEqual(list(rows[0]), "id kind scope code rows sentence state".split())
        self.assertEqual(collections.Counter(row["kind"] for row in rows), KINDS)
        for row in rows:
            self.assertEqual(row["state"], "open")
            self.assertTrue(row["sentence"].endswith(SENTENCE_END), row)
            if row["kind"] in SENTENCES:
                self.assertRegex(row["sentence"], "^" + SENTENCES[row["kind"]] + re.escape(SENTENCE_END) + "$")
        self.assertEqual(sorted(row["code"] for row in rows if row["kind"] == "identical"),
                         sorted(self.truth["faults"]["stuffed"]))
        self.assertEqual(sorted(row["code"] for row in rows if row["kind"] == "double"),
                         sorted(self.truth["faults"]["double"]))
        self.assertEqual(table("findings", self.file, "--state", "all"), rows)

    def test_exclude_and_count_again(self):
        finding = self.findings("identical")[0]
        code = finding["code"]
        before = self.answers(code)
        call("decide", self.file, finding["id"], "exclude", "--reason", WHY)
        self.assertEqual(self.answers(code), before - 10)
        self.assertEqual(len(self.findings("identical")), 7)
        self.assertEqual(len(self.findings("burst")), 7)
        excluded = table("rows", self.file, "--state", "excluded")
        self.assertEqual([(row["unit"], row["reason"]) for row in excluded], [(code, WHY)] * 10)
        decided = [row for row in self.findings("identical", "--state", "all") if row["state"] == "decided"]
        self.assertEqual([row["id"] for row in decided], [finding["id"]])
        self.assertEqual(call("check", self.file).stdout, "ok\n")
        call("decide", self.file, *(row["id"] for row in excluded), "count", "--reason", WHY)
        self.assertEqual(self.answers(code), before)
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_several_at_once(self):
        two = [row["id"] for row in self.findings("double")[:2]]
        call("decide", self.file, *two, "exclude", "--reason", WHY)
        self.assertEqual(len(table("rows", self.file, "--state", "excluded")), 4)
        self.assertEqual(len(self.findings("double")), 2)
        last = table("log", self.file)
        payload = json.loads([row for row in last if row["action"] == "decide"][-1]["payload"])
        self.assertEqual((payload["decision"], payload["reason"], len(payload["sheets"])), ("exclude", WHY, 4))

    def test_waiting_rows(self):
        late, unknown = self.findings("outside_window")[0], self.findings("unknown_unit")[0]
        call("decide", self.file, late["id"], "count", "--reason", WHY)
        done = call("decide", self.file, unknown["id"], "count", "--reason", WHY, code=1)
        self.assertRegex(done.stderr, VIETNAMESE)
        before = self.answers("07201")
        call("decide", self.file, unknown["id"], "move", "--to", "07201", "--reason", WHY)
        self.assertEqual(self.answers("07201"), before + 1)
        self.assertEqual(len(table("rows", self.file, "--state", "waiting")), 19)
        kinds = collections.Counter((row["kind"], row["state"]) for row in table("findings", self.file, "--state", "all"))
        self.assertEqual(kinds["outside_window", "decided"], 1)
        self.assertEqual(kinds["unknown_unit", "decided"], 1)
        # The same file again changes nothing of it.
        call("import", self.file, DAY / "google-sheet-vi.csv")
        self.assertEqual(len(table("rows", self.file, "--state", "waiting")), 19)
        self.assertEqual(call("check", self.file).stdout, "ok\n")

    def test_refused(self):
        call("findings", self.file)
        before = content(self.file)
        over = self.findings("over_staff")[0]["id"]
        for words, code in ((("1", "count"), 2), (("1", "exclude", "--reason", ""), 1), (("1", "move", "--reason", WHY), 2),
                            (("1", "move", "--to", "99999", "--reason", WHY), 1), (("999999", "count", "--reason", WHY), 1),
                            (("F999", "count", "--reason", WHY), 1), ((over, "exclude", "--reason", WHY), 1),
                            (("x1", "count", "--reason", WHY), 2), (("1", "delete", "--reason", WHY), 2),
                            ((over, "1", "count", "--reason", WHY), 2)):
            done = call("decide", self.file, *words, code=code)
            self.assertEqual(done.stderr.count("\n"), 1, words)
            self.assertRegex(done.stderr, VIETNAMESE)
            self.assertEqual(done.stdout, "")
        self.assertEqual(content(self.file), before)

    def test_withdraw_and_restore(self):
        call("findings", self.file)
        call("withdraw", self.file, 1)
        self.assertEqual(table("batches", self.file)[0]["state"], "withdrawn")
        self.assertEqual(table("rows", self.file), [])
        call("withdraw", self.file, 1, code=1)
        call("withdraw", self.file, 1, "--restore")
        self.assertEqual(table("batches", self.file)[0]["state"], "in")
        self.assertEqual(len(table("rows", self.file)), 4487)
        self.assertEqual(collections.Counter(row["kind"] for row in table("findings", self.file)), KINDS)
        call("withdraw", self.file, 1, "--restore", code=1)
        call("withdraw", self.file, 7, code=1)
        call("withdraw", self.file, "x", code=2)
        self.assertEqual(call("check", self.file).stdout, "ok\n")


if __name__ == "__main__":
    main()
