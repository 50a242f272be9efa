"""The Excel form of registrations: its columns, and the rows that fill it."""

from collections.abc import Iterator
from datetime import date

from thidua.apps.campaigns.enums import RegistrationState
from thidua.apps.campaigns.queries.pledging import campaigns_to_register_in
from thidua.apps.campaigns.queries.registrations import visible_registrations
from thidua.base.actor import Actor
from thidua.domain.registrations import Kind, Subject
from thidua.office.sheets import MAX_ROWS, Cell, Column, Sheet

# The words of the paper form: they do not follow the language of the screen.
_KINDS = (
    (Kind.TASK.value, "Phần việc"),
    (Kind.ACTIVITY.value, "Hoạt động của đơn vị"),
    (Kind.TITLE.value, "Danh hiệu thi đua"),
    (Kind.WORK.value, "Công trình, sản phẩm"),
    (Kind.IDEA.value, "Sáng kiến, đề tài"),
)
_SUBJECTS = (
    (Subject.PERSON.value, "Cá nhân"),
    (Subject.GROUP.value, "Tập thể"),
    (Subject.HOUSEHOLD.value, "Hộ gia đình"),
    (Subject.TOPIC.value, "Đề tài"),
)

REGISTRATIONS = Sheet(
    "Đăng ký",
    (
        Column(
            "name", "Họ và tên (tập thể)", required=True, width=34, aliases=("Họ và tên", "Họ tên")
        ),
        Column(
            "text",
            "Nội dung đăng ký",
            required=True,
            width=60,
            help="Việc làm cụ thể, một việc một dòng.",
            aliases=("Phần việc đăng ký", "Nội dung"),
        ),
        Column(
            "kind",
            "Loại đăng ký",
            "choice",
            choices=_KINDS,
            width=24,
            help="Để trống là phần việc.",
            aliases=("Loại",),
        ),
        Column(
            "subject",
            "Đối tượng",
            "choice",
            choices=_SUBJECTS,
            width=16,
            help="Để trống là cá nhân.",
        ),
        Column("goal", "Kết quả phấn đấu", width=34),
        Column("finish_by", "Hoàn thành trước hết ngày", "day", width=18, aliases=("Hoàn thành",)),
        Column(
            "plan",
            "Kế hoạch",
            width=30,
            help="Số hoặc tên kế hoạch; để trống là kế hoạch đang thực hiện của đơn vị.",
        ),
    ),
    "Danh sách đăng ký thi đua",
)


def registration_rows(actor: Actor, _day: date) -> Iterator[dict[str, Cell | None]]:
    """Yield what the own unit has registered in the plans that are on, as rows of the form."""
    words = {column.key: dict(column.choices) for column in REGISTRATIONS.columns}
    plans = campaigns_to_register_in(actor)
    rows = visible_registrations(actor).filter(unit_id=actor.unit_id or 0, campaign__in=plans)
    kept = rows.exclude(state=RegistrationState.DROPPED).filter(people=1)
    for row in kept.select_related("campaign").order_by("campaign_id", "id")[:MAX_ROWS]:
        yield {
            "name": row.name,
            "text": row.text,
            "kind": words["kind"].get(row.kind),
            "subject": words["subject"].get(row.subject),
            "goal": row.goal,
            "finish_by": row.finish_by,
            "plan": row.campaign.number or row.campaign.title,
        }
