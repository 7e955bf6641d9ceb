-- A second opinion on regulatory dates, written from the regulation and without a look at the program: it numbers the days that count and
-- reads dates off by number, where the program walks from day to day. Everything is temporary.

-- 5 USC 6103(a). Weekday holidays from the first such weekday of their month.
create function pg_temp.is_legal_holiday(d date) returns boolean language plpgsql as $$
declare
    m int := extract(month from d);
    y int := extract(year from d);
    first_of_month date := make_date(y, m, 1);
    first_monday date := first_of_month + (8 - extract(isodow from first_of_month)::int) % 7;
    first_thursday date := first_of_month + (11 - extract(isodow from first_of_month)::int) % 7;
    last_monday date := (first_of_month + interval '1 month')::date - 1;
begin
    last_monday := last_monday - (extract(isodow from last_monday)::int - 1);
    return case m
        when 1 then d = make_date(y, 1, 1) or d = first_monday + 14
        when 2 then d = first_monday + 14
        when 5 then d = last_monday
        when 6 then d = make_date(y, 6, 19) and d >= date '2021-06-17'   -- Pub. L. 117-17
        when 7 then d = make_date(y, 7, 4)
        when 9 then d = first_monday
        when 10 then d = first_monday + 7
        when 11 then d = make_date(y, 11, 11) or d = first_thursday + 21
        when 12 then d = make_date(y, 12, 25)
        else false
    end;
end $$;

-- A holiday on a Saturday is observed the Friday before, one on a Sunday the Monday after. Only those with a date of their own can be.
create function pg_temp.is_observance(d date) returns boolean language plpgsql as $$
begin
    return (extract(isodow from d) = 5 and pg_temp.is_legal_holiday(d + 1))
        or (extract(isodow from d) = 1 and pg_temp.is_legal_holiday(d - 1));
end $$;

create temporary table rule (code text primary key, kind char not null, days int not null);
insert into rule values
    ('LE-3', 'G', 3),      -- 1026.19(e)(1)(iii)(A): third business day after the application
    ('LE-7', 'S', 7),      -- 1026.19(e)(1)(iii)(B): seventh business day before consummation
    ('RCPT', 'S', 3),      -- 1026.19(e)(1)(iv), (f)(1)(iii): three business days after mailing
    ('EXP', 'G', 10),      -- 1026.19(e)(3)(iv)(E): ten business days
    ('RLE-3', 'G', 3),     -- 1026.19(e)(4)(i)
    ('RLE-LOCK', 'G', 3),  -- 1026.19(e)(3)(iv)(D)
    ('RLE-4', 'S', 4),     -- 1026.19(e)(4)(ii): four business days before consummation
    ('CD-3', 'S', 3),      -- 1026.19(f)(1)(ii)(A): three business days before consummation
    ('CD-RE', 'S', 3),     -- 1026.19(f)(2)(ii)
    ('CURE', 'C', 60),     -- 1026.19(f)(2)(v): 60 days after consummation
    ('RESC', 'S', 3),      -- 1026.23(a)(3): midnight of the third business day
    ('ECOA-30', 'C', 30),  -- 1002.9(a)(1)(i)
    ('ECOA-AAN', 'C', 30), -- 1002.9(a)(1)(ii)
    ('ECOA-INC', 'C', 30), -- 1002.9(c)(1)
    ('ECOA-90', 'C', 90),  -- 1002.9(a)(1)(iv)
    ('LOCK', 'C', 0);

create temporary table numbered (kind char, d date, counts boolean, number int, primary key (kind, d));
create index on numbered (kind, number) where counts;

-- Numbers the days of a lender: weekdays it opens (1 is Monday), what it closes for, and its days unlike the others.
create function pg_temp.number_days(weekdays int[], closes_holidays boolean, closes_observances boolean, closed date[], opened date[]) returns void language plpgsql as $$
begin
    truncate numbered;
    insert into numbered
    select kind, d, counts, sum(counts::int) over (partition by kind order by d)
    from generate_series(date '2018-06-01', date '2042-12-31', interval '1 day') as day(at)
    cross join lateral (select at::date as d) as one
    cross join lateral (values
        ('C', true),
        ('S', extract(isodow from d) <> 7 and not pg_temp.is_legal_holiday(d)),
        ('G', case
            when d = any (closed) then false
            when d = any (opened) then true
            else extract(isodow from d)::int = any (weekdays)
                and not (closes_holidays and pg_temp.is_legal_holiday(d))
                and not (closes_observances and pg_temp.is_observance(d))
         end)) as marked(kind, counts);
end $$;

-- Per date and rule: the last day to act; the first day an act may follow; the last day an act may precede.
create function pg_temp.second_opinion(dates date[]) returns table (code text, d date, deadline date, earliest date, latest date) language plpgsql as $$
begin
    return query
    select rule.code, asked.d,
        case when rule.days = 0 then asked.d else (select n.d from numbered n where n.kind = rule.kind and n.counts and n.number = here.number + rule.days) end,
        -- an event on a day that does not count bears the number of the next one that does
        (select n.d from numbered n where n.kind = rule.kind and n.counts and n.number = here.number + (case when here.counts then 0 else 1 end) + rule.days),
        (select n.d from numbered n where n.kind = rule.kind and n.counts and n.number = here.number - rule.days)
    from unnest(dates) as asked(d), rule, numbered here
    where here.kind = rule.kind and here.d = asked.d;
end $$;
