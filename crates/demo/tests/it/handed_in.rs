//! The workbooks in the order in which they are loaded: the headers of the
//! templates, the words of their choices, and nothing named before it stands.

use std::collections::{BTreeMap, BTreeSet};

use demo::{City, Stage};
use sheets::{Table, parse};

use crate::figures::newspaper;

/// What each sheet of records must be headed by, in its order.
const HEADERS: [(&str, &str); 16] = [
    (
        "企业荣誉",
        "企业名称 统一社会信用代码 注册地区划代码 称号 年度 来源",
    ),
    ("产业链", "产业链编号 产业链名称 类型"),
    ("产业链环节", "产业链 环节 上级环节 下游环节 强弱 说明"),
    (
        "目标企业",
        "企业名称 统一社会信用代码 注册地区划代码 批次 产业链 环节 责任单位 推荐来源 确定日期 移出日期",
    ),
    ("专项行动", "行动编号 行动名称 开始月份 结束月份 依据文件"),
    ("专项行动目标", "行动编号 指标 口径 目标值 截至月份"),
    (
        "招引平台",
        "平台编号 平台名称 责任单位 成立日期 一个产业方向 一个工作专班 一支产业基金 一个承载园区 一个科研机构 一套扶持政策 撤销日期",
    ),
    ("平台引进项目", "平台编号 项目编号 引进日期"),
    (
        "招商活动",
        "活动编号 活动类型 活动名称 开始日期 结束日期 地点 主办单位 带队领导层级 召集人 专项行动 产业链",
    ),
    (
        "活动对接",
        "活动编号 企业名称 统一社会信用代码 注册地区划代码 项目编号 我方层级 对方层级 结果",
    ),
    (
        "政策文件",
        "文号 文件名称 性质 领域 印发单位 印发日期 专项行动",
    ),
    (
        "护商名单",
        "企业名称 统一社会信用代码 注册地区划代码 项目编号 责任单位 入选日期 入选规则 护商专员 移出日期",
    ),
    (
        "护商活动",
        "活动编号 方式 类型 日期 责任单位 护商专员 企业名称 统一社会信用代码 注册地区划代码 项目编号 了解到的进展 需求",
    ),
    (
        "企业问题",
        "问题编号 类别 责任单位 企业名称 统一社会信用代码 注册地区划代码 项目编号 提出日期 问题内容 来源活动编号 解决日期 解决办法",
    ),
    (
        "储备项目",
        "储备编号 项目名称 类别 责任单位 产业链 拟投资额 策划日期 项目内容 出库日期 出库原因",
    ),
    ("发布记录", "储备编号 发布渠道 发布日期"),
];

/// The words that a column's cells may hold; blank is another question.
const CHOICES: [(&str, &str, &str); 18] = [
    (
        "企业荣誉",
        "称号",
        "世界500强 中国500强 央企 上市公司 名企 行业领军 单项冠军 专精特新 独角兽 准独角兽 链主 新经济赛道",
    ),
    ("产业链", "类型", "产业链 方向"),
    ("产业链环节", "强弱", "强 弱 缺"),
    ("目标企业", "推荐来源", "专业机构 本地骨干企业 产业主管部门"),
    ("专项行动目标", "口径", "达到 同比增长"),
    (
        "招商活动",
        "活动类型",
        "外出招商 上门推介 推介会 来淄考察 来访考察 联合招商对接 见证签约 招商引资大会 专题动员会 调度会 项目推进会 新闻发布会",
    ),
    (
        "招商活动",
        "带队领导层级",
        "市党政主要领导 市级领导 区县党政主要负责人 区县领导 部门负责人 无",
    ),
    ("活动对接", "我方层级", "一把手 分管负责人 其他"),
    ("活动对接", "对方层级", "一把手 高管 其他"),
    ("活动对接", "结果", "无 意向 签约"),
    ("政策文件", "性质", "机制性 政策性"),
    ("政策文件", "领域", "产业引育 项目管理 落地服务"),
    ("护商活动", "方式", "线上 线下"),
    ("护商活动", "类型", "问题困难调研 惠企政策宣讲 招商线索搜集"),
    (
        "企业问题",
        "类别",
        "供电 地上附属物清除 高压线迁移 文物勘探 员工住宿 其他",
    ),
    (
        "储备项目",
        "类别",
        "四强产业 四强 现代服务业 现代高效农业 新经济",
    ),
    ("储备项目", "出库原因", "对接成功 撤销"),
    (
        "节点",
        "节点",
        "意向 签约 见证签约 落地 新引进 列入顶格推进 移出顶格推进 暂缓 开工 竣工 投产 达产 终止 退出",
    ),
];

/// Optional columns of choices; all others hold a word in every row.
const MAY_BE_BLANK: [&str; 2] = ["结果", "出库原因"];

/// A column that names what must stand already: sheet, column, and the sheet and
/// column where it stands.
const NAMED: [(&str, &str, &str, &str); 17] = [
    ("产业链环节", "产业链", "产业链", "产业链名称"),
    ("产业链环节", "上级环节", "产业链环节", "环节"),
    ("产业链环节", "下游环节", "产业链环节", "环节"),
    ("目标企业", "产业链", "产业链", "产业链名称"),
    ("目标企业", "环节", "产业链环节", "环节"),
    ("专项行动目标", "行动编号", "专项行动", "行动编号"),
    ("平台引进项目", "平台编号", "招引平台", "平台编号"),
    ("平台引进项目", "项目编号", "项目", "项目编号"),
    ("到位资金", "项目编号", "项目", "项目编号"),
    ("招商活动", "专项行动", "专项行动", "行动编号"),
    ("活动对接", "活动编号", "招商活动", "活动编号"),
    ("活动对接", "项目编号", "项目", "项目编号"),
    ("政策文件", "专项行动", "专项行动", "行动编号"),
    ("护商名单", "项目编号", "项目", "项目编号"),
    ("护商活动", "项目编号", "项目", "项目编号"),
    ("企业问题", "来源活动编号", "护商活动", "活动编号"),
    ("发布记录", "储备编号", "储备项目", "储备编号"),
];

/// What makes a row, and how often it may come: again when it has ended.
const KEYS: [(&str, &[&str], usize); 14] = [
    ("企业荣誉", &["企业名称", "称号", "年度"], 1),
    ("产业链", &["产业链编号"], 1),
    ("产业链环节", &["产业链", "环节"], 1),
    ("目标企业", &["企业名称"], 2),
    ("专项行动", &["行动编号"], 1),
    ("专项行动目标", &["行动编号", "指标", "口径"], 1),
    ("招引平台", &["平台编号"], 2),
    ("平台引进项目", &["项目编号"], 1),
    ("招商活动", &["活动编号"], 1),
    ("政策文件", &["文号"], 1),
    ("护商名单", &["企业名称", "项目编号", "入选日期"], 2),
    ("企业问题", &["问题编号"], 2),
    ("储备项目", &["储备编号"], 2),
    ("发布记录", &["储备编号", "发布渠道", "发布日期"], 1),
];

/// Rows read so far, by sheet: each as header and text.
#[derive(Default)]
struct Desk {
    rows: BTreeMap<String, Vec<BTreeMap<String, String>>>,
    /// Values that stand, by sheet and column.
    standing: BTreeMap<(String, String), BTreeSet<String>>,
    /// Projects with a 签约.
    signed: BTreeSet<String>,
    count: usize,
}

fn headers(table: &Table) -> Vec<String> {
    let columns = table.columns.iter().enumerate();
    columns
        .filter(|(at, _)| Some(*at) != table.sequence)
        .map(|(_, column)| {
            let name = column.header.rsplit('/').next().unwrap();
            name.split(['（', '(']).next().unwrap().to_owned()
        })
        .collect()
}

impl Desk {
    fn take(&mut self, path: &str, sheet: &str, table: &Table) {
        let headers = headers(table);
        if let Some((_, wanted)) = HEADERS.iter().find(|(name, _)| *name == sheet) {
            let wanted: Vec<&str> = wanted.split(' ').collect();
            assert_eq!(headers, wanted, "{path} {sheet}");
        }
        for row in &table.rows {
            let cells = row.cells.iter().enumerate();
            let texts = cells
                .filter(|(at, _)| Some(*at) != table.sequence)
                .map(|(_, cell)| {
                    if parse::is_blank(cell) {
                        String::new()
                    } else {
                        cell.to_string()
                    }
                });
            let row: BTreeMap<String, String> = headers.iter().cloned().zip(texts).collect();
            self.check(path, sheet, &row);
            for (header, text) in &row {
                let place = (sheet.to_owned(), header.clone());
                self.standing.entry(place).or_default().insert(text.clone());
            }
            if sheet == "节点" && row["节点"] == "签约" {
                self.signed.insert(row["项目编号"].clone());
            }
            self.rows.entry(sheet.to_owned()).or_default().push(row);
            self.count += 1;
        }
    }

    fn check(&self, path: &str, sheet: &str, row: &BTreeMap<String, String>) {
        for (_, column, words) in CHOICES.iter().filter(|(name, ..)| *name == sheet) {
            let found = row[*column].as_str();
            let is_blank = found.is_empty() && MAY_BE_BLANK.contains(column);
            assert!(
                is_blank || words.split(' ').any(|word| word == found),
                "{path} {sheet} {column}: {found}"
            );
        }
        for (_, column, of_sheet, of_column) in NAMED.iter().filter(|(name, ..)| *name == sheet) {
            let place = ((*of_sheet).to_owned(), (*of_column).to_owned());
            for name in row[*column].split('；').filter(|name| !name.is_empty()) {
                let stands = self.standing.get(&place);
                assert!(
                    stands.is_some_and(|stands| stands.contains(name)),
                    "{path} {sheet} names {column} {name}, which does not stand yet"
                );
            }
        }
        if row.get("结果").is_some_and(|found| found == "签约") {
            assert!(self.signed.contains(&row["项目编号"]), "{path} {row:?}");
        }
        let is_named = |column: &str| row.get(column).is_some_and(|text| !text.is_empty());
        match sheet {
            "护商名单" => assert_ne!(is_named("企业名称"), is_named("项目编号"), "{path}"),
            "活动对接" | "护商活动" | "企业问题" => {
                assert!(is_named("企业名称") || is_named("项目编号"), "{path}");
            }
            _ => {}
        }
        if is_named("企业名称") {
            assert!(is_named("注册地区划代码"), "{path} {sheet}");
        }
        if is_named("护商专员") {
            assert!(row["护商专员"].starts_with("护商专员 "), "{path}");
        }
        for name in ["企业名称", "活动名称", "平台名称", "文件名称", "行动名称"]
        {
            let is_ours = row
                .get(name)
                .is_none_or(|text| text.is_empty() || text.starts_with("演示"));
            assert!(is_ours, "{path} {sheet}");
        }
    }

    fn check_keys(&self) {
        for (sheet, columns, times) in KEYS {
            let mut found: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
            for row in self.rows.get(sheet).into_iter().flatten() {
                let key = columns.iter().map(|column| row[*column].as_str()).collect();
                *found.entry(key).or_default() += 1;
            }
            for (key, count) in found {
                assert!(count <= times, "{sheet} {key:?}: {count}");
            }
        }
    }
}

fn desk(city: &City) -> Desk {
    let mut desk = Desk::default();
    for file in city.files().unwrap() {
        if file.stage == Stage::Base {
            continue;
        }
        let book = sheets::read(&file.path, &file.bytes).unwrap();
        for sheet in &book.sheets {
            desk.take(&file.path, &sheet.name, &sheet.tables[0]);
        }
    }
    desk
}

#[test]
fn the_newspapers_workbooks_can_be_loaded_row_by_row() {
    let city = newspaper();
    let desk = desk(city);
    desk.check_keys();
    for (sheet, _) in HEADERS {
        assert!(desk.rows.contains_key(sheet), "{sheet}");
    }
    let of = |sheet: &str| desk.rows[sheet].len();
    let records = &city.records;
    assert_eq!(of("招商活动"), records.activities.len());
    assert_eq!(of("活动对接"), records.meetings.len());
    assert_eq!(of("护商活动"), records.visits.len());
    assert_eq!(of("平台引进项目"), records.brought.len());
    assert_eq!(of("发布记录"), records.publications.len());
    assert_eq!(of("政策文件"), records.documents.len());
    // Twice what it was before there were records.
    assert!(desk.count < 32_000, "{}", desk.count);
}

#[test]
fn drawn_workbooks_can_be_loaded_row_by_row() {
    for seed in [5, 7, 23] {
        desk(&demo::seeded(seed)).check_keys();
    }
}
