import json
import random
from copy import deepcopy
from itertools import permutations
from time import perf_counter
from typing import Any

import pytest

from builders import a_gold, a_result, evidence, gold_data, result_data
from sepakat.errors import DataError
from sepakat.records import Organisation, Result
from sepakat.scoring import matching
from sepakat.scoring.gold import Gold, read_gold
from sepakat.scoring.intervals import Score, summarise
from sepakat.scoring.items import FIELDS, Field, party_string
from sepakat.scoring.tally import Tally, score_article


def score(gold: dict[str, Any], result: dict[str, Any]) -> Tally:
    return score_article(Gold.model_validate(gold), Result.model_validate(result))


def changed(counts: dict[Field, tuple[int, int, int]]) -> dict[str, tuple[int, int]]:
    """Spurious and missing items of the fields that have any."""
    return {name: (spurious, missing) for name, (_, spurious, missing) in counts.items() if spurious or missing}


class TestPerfect:
    def test_every_field_is_right(self) -> None:
        tally = score_article(a_gold(), a_result())
        assert tally.mistakes == []
        assert changed(tally.counts) == {}
        assert {name: right for name, (right, _, _) in tally.counts.items()} == {
            "agreement": 1, "instrument": 2, "signed_on": 1, "venue": 1, "party": 2, "signatory": 2,
            "witness": 0, "attendee": 1, "programme": 2, "beneficiary": 1, "person": 3, "role": 3,
            "private": 1, "worker_count": 1, "worker_count_kind": 1, "amount": 1, "amount_purpose": 1,
            "rate": 1, "regulation": 1, "outlet": 1, "dateline": 1,
        }  # fmt: skip
        assert tally.checks == {"coverage_arithmetic": True}

    def test_summary_is_one(self) -> None:
        summary = {s.field: s for s in summarise([score_article(a_gold(), a_result())] * 3)}
        assert summary["all"].f1.value == summary["all"].f1.low == summary["all"].f1.high == 1.0
        assert summary["all"].right == 3 * 28
        assert summary["witness"].f1.value is None
        assert list(summary) == [*FIELDS, "all"]


def test_nothing_read_is_all_missing() -> None:
    tally = score_article(a_gold(), None)
    assert all(right == spurious == 0 for right, spurious, _ in tally.counts.values())
    assert sum(missing for _, _, missing in tally.counts.values()) == 28
    assert tally.checks == {"coverage_arithmetic": False}


def test_nothing_wanted_is_all_spurious() -> None:
    empty = dict.fromkeys(["agreements", "people", "worker_counts", "amounts", "rates", "regulations"], [])
    tally = score({"article": "contoh.txt", "outlet": None, "dateline": None, **empty}, result_data())
    assert all(right == missing == 0 for right, _, missing in tally.counts.values())
    assert sum(spurious for _, spurious, _ in tally.counts.values()) == 28
    assert {mistake.kind for mistake in tally.mistakes} == {"spurious"}


def test_absent_keys_are_not_scored() -> None:
    assert score({"article": "contoh.txt"}, result_data()).counts == {}
    tally = score({"article": "contoh.txt", "rates": []}, result_data())
    assert tally.counts == {"rate": (0, 1, 0)}
    gold = gold_data()
    del gold["agreements"][0]["venue"], gold["people"][2]["role"]
    tally = score(gold, result_data())
    assert tally.counts["venue"] == (0, 0, 0)
    assert tally.counts["role"] == (2, 0, 0)


class TestAgreements:
    def test_null_date_and_venue_in_gold(self) -> None:
        gold = gold_data()
        gold["agreements"][0] |= {"signed_on": None, "venue": None}
        assert changed(score(gold, result_data()).counts) == {"signed_on": (1, 0), "venue": (1, 0)}

    def test_no_date_found(self) -> None:
        result = result_data()
        result["agreements"][0] |= {"signed_on": None, "venue": None}
        assert changed(score(gold_data(), result).counts) == {"signed_on": (0, 1), "venue": (0, 1)}

    def test_date_must_be_the_same_string(self) -> None:
        gold = gold_data()
        gold["agreements"][0]["signed_on"] = "2025-06"
        assert changed(score(gold, result_data()).counts) == {"signed_on": (1, 1)}

    def test_other_status_carries_all_items_as_errors(self) -> None:
        gold = gold_data()
        gold["agreements"][0]["status"] = "planned"
        counts = changed(score(gold, result_data()).counts)
        assert counts == {
            "agreement": (1, 1), "instrument": (2, 2), "signed_on": (1, 1), "venue": (1, 1), "party": (2, 2),
            "signatory": (2, 2), "programme": (2, 2), "beneficiary": (1, 1),
        }  # fmt: skip

    def test_the_pair_that_shares_most_is_matched(self) -> None:
        gold = gold_data()
        other = {
            **gold["agreements"][0],
            "instruments": ["perjanjian_kerja_sama"],
            "parties": ["Dinas Pertanian", "bpjs"],
        }
        gold["agreements"].insert(0, other)
        tally = score(gold, result_data())
        assert tally.counts["agreement"] == (1, 0, 1)
        assert tally.counts["instrument"] == (2, 0, 1)
        assert [m.item.shown for m in tally.mistakes if m.field == "party"] == ["Dinas Pertanian", "bpjs"]

    def test_date_tells_equal_agreements_apart(self) -> None:
        gold = gold_data()
        gold["agreements"].insert(0, {**gold["agreements"][0], "signed_on": "2024-01-01"})
        assert score(gold, result_data()).counts["signed_on"] == (1, 0, 1)

    def test_nameless_signatory_is_no_item(self) -> None:
        result = result_data()
        result["people"][0]["name"] = None
        counts = changed(score(gold_data(), result).counts)
        assert counts == {"signatory": (0, 1), "person": (0, 1), "role": (0, 1)}

    def test_witnesses_of_the_agreement_when_gold_lists_them(self) -> None:
        gold, result = gold_data(), result_data()
        gold["agreements"][0]["witnesses"] = ["Budi Hartanto"]
        assert score(gold, result).counts["witness"] == (0, 0, 1)
        result["agreements"][0]["witnesses"] = ["p3"]
        tally = score(gold, result)
        assert tally.counts["witness"] == (1, 0, 0)
        assert tally.counts["attendee"] == (1, 0, 0)  # by the people's part, since no agreement lists any

    def test_attendees_by_part(self) -> None:
        gold = gold_data()
        gold["people"][2]["part"] = "witness"
        assert changed(score(gold, result_data()).counts) == {"witness": (0, 1), "attendee": (1, 0)}

    def test_same_kind_twice_is_one_item(self) -> None:
        result = result_data()
        result["agreements"][0]["instruments"] += [result["agreements"][0]["instruments"][0]]
        assert changed(score(gold_data(), result).counts) == {}


class TestPeople:
    def test_private_people_stand_apart(self) -> None:
        gold = gold_data()
        gold["people"][3]["part"] = "mentioned"
        assert changed(score(gold, result_data()).counts) == {"person": (0, 1), "private": (1, 0)}

    def test_wrong_role(self) -> None:
        gold = gold_data()
        gold["people"][2]["role"] = "Kepala Dinas Perikanan"
        assert changed(score(gold, result_data()).counts) == {"role": (1, 1)}
        gold["people"][2]["role"] = None
        assert changed(score(gold, result_data()).counts) == {"role": (1, 0)}

    def test_nearest_of_several_positions_counts(self) -> None:
        result = result_data()
        extra = {"title": "Bupati Pringsewu", "evidence": [evidence("Bupati Pringsewu")]}
        result["people"][2]["positions"].insert(0, extra)
        assert changed(score(gold_data(), result).counts) == {}

    def test_spurious_person_brings_a_spurious_role(self) -> None:
        gold = gold_data()
        del gold["people"][2]
        assert changed(score(gold, result_data()).counts) == {
            "person": (1, 0),
            "role": (1, 0),
            "attendee": (1, 0),
        }

    def test_unmerged_short_form_is_spurious(self) -> None:
        result = result_data()
        short = {
            **deepcopy(result["people"][0]),
            "id": "p5",
            "name": "Rahmat",
            "positions": [],
            "part": "speaker",
        }
        result["people"].append({**short, "evidence": [evidence("Rahmat")]})
        assert changed(score(gold_data(), result).counts) == {"person": (1, 0)}


class TestNumbers:
    def test_kind_is_scored_beside_the_value(self) -> None:
        gold = gold_data()
        gold["worker_counts"][0]["kind"] = "workforce"
        gold["amounts"][0]["purpose"] = "budget"
        assert changed(score(gold, result_data()).counts) == {
            "worker_count_kind": (1, 1),
            "amount_purpose": (1, 1),
        }

    def test_other_value(self) -> None:
        gold = gold_data()
        gold["worker_counts"][0]["value"] = 1251
        gold["rates"][0]["value"] = "22.4"
        assert changed(score(gold, result_data()).counts) == {
            "worker_count": (1, 1),
            "worker_count_kind": (1, 1),
            "rate": (1, 1),
        }

    def test_year_of_regulation_is_compared_when_gold_tells_it(self) -> None:
        gold = gold_data()
        gold["regulations"][0]["year"] = 2021
        assert changed(score(gold, result_data()).counts) == {}
        gold["regulations"][0]["year"] = 2022
        assert changed(score(gold, result_data()).counts) == {"regulation": (1, 1)}

    def test_numbers_are_shown_as_news_writes_them(self) -> None:
        tally = score_article(a_gold(), None)
        shown = {mistake.field: mistake.item.written for mistake in tally.mistakes}
        assert shown["worker_count"] == "1.250"
        assert shown["rate"] == "22,410"


class TestSame:
    @pytest.mark.parametrize(
        ("gold", "found", "equal"),
        [
            ("18.10", "18.10", True),
            ("18.10", "18.01", False),
            ("18.10", "Pemkab Pringsewu", False),
            ("bpjs", "bpjs/kantor_cabang/Metro", True),
            ("bpjs", "bpjs", True),
            ("bpjs/kantor_cabang/Metro", "bpjs", False),
            ("bpjs/kantor_cabang/Metro", "bpjs/kantor_wilayah/Metro", False),
            ("bpjs/kantor_cabang/Bandar Lampung", "bpjs/kantor_cabang/BANDAR LAMPUNG", True),
            ("Dinas Tenaga Kerja", "Dinas Tenaga Kerja Kabupaten Pringsewu", True),
            ("Dinas Tenaga Kerja", "Dinas Perikanan", False),
            ("bpjs", "Dinas Perikanan", False),
        ],
    )
    def test_party(self, gold: str, found: str, equal: bool) -> None:
        assert bool(matching.same_party(gold, found)) is equal

    @pytest.mark.parametrize(
        ("gold", "found", "equal"),
        [
            ("M.Supriyadi", "m supriyadi", True),
            ("R.P. Tendean", "R P Tendean", True),
            ("Drs. H. Rahmat Sudirja, M.M", "Rahmat Sudirja", True),
            ("H. Rahmat", "Drs. Rahmat", True),
            ("Raf’an", "Raf'an", True),
            ("Rahmat Sudirja", "Rahmat Hidayat", False),
            ("Hj.", "Hj", True),
        ],
    )
    def test_name(self, gold: str, found: str, equal: bool) -> None:
        assert bool(matching.same_name(gold, found)) is equal

    def test_venue(self) -> None:
        assert matching.same_venue("Aula Utama", "di Aula Utama") == pytest.approx(0.8)
        assert not matching.same_venue("Aula Utama Kantor Bupati Contoh", "Aula Utama")  # 4/7

        assert not matching.same_venue("Aula", "Pendopo")


def test_party_string() -> None:
    def body(**fields: Any) -> Organisation:
        place = [evidence("Pemkab")]
        return Organisation(id="o1", name="Nama", mentions=place, confidence=1, evidence=place, **fields)

    assert party_string(body(kind="bpjs_ketenagakerjaan")) == "bpjs"
    assert party_string(body(kind="bpjs_ketenagakerjaan", bpjs_unit={"level": "pusat"})) == "bpjs/pusat"
    assert party_string(body(kind="regional_government")) == "Nama"
    assert party_string(body(kind="prosecutor")) == "Nama"


class TestMatching:
    def test_as_many_pairs_as_possible(self) -> None:
        near = {("a", "x"): 1.0, ("a", "y"): 0.9, ("b", "x"): 0.9}
        pairs = matching.best_pairs(["a", "b"], ["x", "y"], lambda one, other: near.get((one, other), 0.0))
        assert pairs == [(0, 1), (1, 0)]  # greedy would take a-x and leave b without

    @pytest.mark.parametrize("seed", range(30))
    def test_agrees_with_trying_all(self, seed: int) -> None:
        rng = random.Random(seed)
        rows, columns = rng.randint(0, 5), rng.randint(0, 5)
        weights = [[rng.choice([0.0, 0.0, rng.random()]) for _ in range(columns)] for _ in range(rows)]
        pairs = matching.best_pairs(range(rows), range(columns), lambda i, j: weights[i][j])
        assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
        short, long = sorted((rows, columns))
        best = (0, 0.0)
        for choice in permutations(range(long), short):
            tried = [weights[i][j] if rows <= columns else weights[j][i] for i, j in enumerate(choice)]
            kept = [weight for weight in tried if weight]
            best = max(best, (len(kept), sum(kept)))
        assert (len(pairs), sum(weights[i][j] for i, j in pairs)) == pytest.approx(best)


class TestIntervals:
    def tallies(self, n: int) -> list[Tally]:
        rng = random.Random(5)
        return [Tally(str(i), {"rate": (rng.randint(0, 5), rng.randint(0, 2), 1)}) for i in range(n)]

    def rate(self, tallies: list[Tally]) -> Score:
        return next(score for score in summarise(tallies) if score.field == "rate")

    def test_sums_and_interval(self) -> None:
        score = self.rate(self.tallies(50))
        assert score.n_articles == 50
        assert score.missing == 50
        assert score.f1.value == pytest.approx(2 * score.right / (2 * score.right + score.spurious + 50))
        assert score.f1.low is not None
        assert score.f1.high is not None
        assert score.f1.low < score.f1.value < score.f1.high

    def test_same_seed_same_interval(self) -> None:
        assert summarise(self.tallies(20)) == summarise(self.tallies(20))

    def test_no_articles(self) -> None:
        assert self.rate([]).f1.value is None

    def test_articles_without_the_field_are_not_counted(self) -> None:
        assert self.rate([Tally("a", {}), Tally("b", {"rate": (1, 0, 0)})]).n_articles == 1

    def test_fast(self) -> None:
        tallies = self.tallies(1000)
        start = perf_counter()
        summarise(tallies)
        assert perf_counter() - start < 2


class TestGold:
    def test_folder_in_order(self, tmp_path: Any) -> None:
        for name in ("b", "a"):
            (tmp_path / f"{name}.json").write_text(json.dumps({"article": f"{name}.txt"}))
        assert [gold.article for gold in read_gold(tmp_path)] == ["a.txt", "b.txt"]

    @pytest.mark.parametrize(
        ("content", "complaint"),
        [
            ("{", "not gold"),
            ('{"article": "a.txt", "people": [{"nam": "X"}]}', r"people\.0\.name"),
            ('{"article": "a.txt", "agreements": [{"status": "done"}]}', "status"),
            ('{"article": "a.txt", "published": "2025-02-30"}', "published"),
        ],
    )
    def test_bad_gold_is_named(self, tmp_path: Any, content: str, complaint: str) -> None:
        (tmp_path / "a.json").write_text(content)
        with pytest.raises(DataError, match=complaint):
            read_gold(tmp_path)

    def test_no_gold_and_double_gold(self, tmp_path: Any) -> None:
        with pytest.raises(DataError, match="no gold here"):
            read_gold(tmp_path)
        with pytest.raises(DataError, match="cannot be read"):
            read_gold(tmp_path / "none.json")
        for name in ("a", "b"):
            (tmp_path / f"{name}.json").write_text('{"article": "a.txt"}')
        with pytest.raises(DataError, match="already"):
            read_gold(tmp_path)

    def test_published_only_with_a_day(self) -> None:
        assert Gold(article="a", published="2025-06").published_on is None
        assert str(Gold(article="a", published="2025-06-04").published_on) == "2025-06-04"
