"""样例：会员小程序改版周会。人物、公司、数据均为虚构。"""

from __future__ import annotations

from tui_minutes.domain.attendance import Role
from tui_minutes.domain.meeting import MeetingKind
from tui_minutes.domain.plan import Plan, PlanItem, PlanPerson
from tui_minutes.services.samples.sample import Sample

SAMPLE = Sample(
    recorder="林记",
    past=Plan(
        title="会员小程序改版周会",
        kind=MeetingKind.REGULAR,
        place="三楼 梧桐厅",
        goal="确定新首页的发布方式和周末客服排班",
        expected=("新首页发布方案", "下月客服班表"),
        language="zh",
        people=(
            PlanPerson("周敏", "产品部", "经理", roles=(Role.CONVENER, Role.CHAIR, Role.DECIDER)),
            PlanPerson("陈立", "研发部", "主管", roles=(Role.DOER,)),
            PlanPerson("吴倩", "客服部", "主管", roles=(Role.DOER,)),
            PlanPerson("郑凯", "市场部", "专员", roles=(Role.DOER,)),
            PlanPerson("孙悦", "财务部", "会计", roles=(Role.OBSERVER,)),
        ),
        agenda=(
            PlanItem("新首页发布方案", 15, "陈立", "请研发部准备测试数据"),
            PlanItem("周末客服排班", 15, "吴倩"),
            PlanItem("积分规则调整", 10, "郑凯"),
        ),
    ),
    said=(
        (
            "陈立：新首页在测试环境跑了一周，没有严重问题",
            "= 首屏加载 =1.4秒 <- 测试环境监控",
            "郑凯！：旧入口至少保留一个月，老会员会找不到",
            "+ 新首页分批发布，旧入口保留一个月 p1",
            "- 完成分批发布检查清单 @陈立 截止+7d -> 检查清单",
            "- 写好改版公告 @郑凯 截止+9d -> 公告初稿 ++ 客服部常见问题",
        ),
        (
            "吴倩：周末的咨询量比平日高一倍",
            "= 周末日均咨询 =860条 <- 客服系统",
            "+ 周末增加一名晚班客服 p2",
            "- 排出下月客服班表 @吴倩 截止+5d -> 班表",
            "? 晚班补贴由哪个部门的预算承担 @周敏 下次反馈：+10d",
        ),
    ),
    absent=("孙悦", "月末结账"),
    updates=("A-003 完成 成果：班表已发各组",),
    focus="确定分批发布的节奏和公告的发布日期",
    expected=("分批发布计划", "公告定稿"),
    place="三楼 梧桐厅",
    next_items=((10, "周敏"), (10, "郑凯")),
    new_items=(
        PlanItem("分批发布的节奏", 15, "陈立", "请陈立准备错误率数据"),
        PlanItem("改版公告定稿", 10, "郑凯"),
    ),
)
